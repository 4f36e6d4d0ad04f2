"""What this house offers the shared rooms."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from articles import offers, opening, personal, reporting, telling
from articles.operations.invitations import KIND as INVITATION
from articles.search import mended, search, search_as_typed
from portal.core.kinds import EMAIL, Kind, kinds
from portal.core.opening import Opening, openings
from portal.core.personal_data import PersonalData, holders
from portal.core.related import OfferSource, offer_sources
from portal.core.reportables import reportables
from portal.core.search import SearchSource, search_sources
from portal.notifications.own_words import words_are_sealed

openings.register(Opening(key="articles", order=20, load=opening.load))
search_sources.register(
    SearchSource(key="articles", label=_("Guides"), search=search, mend=mended, search_as_typed=search_as_typed)
)
offer_sources.register(OfferSource(key="articles", offers=offers.offers, find=offers.find))
reportables.register(reporting.ARTICLE)
kinds.register(
    Kind(
        key=INVITATION,
        label=_("Being asked to look at a draft"),
        render=words_are_sealed,
        channels=(EMAIL,),
        default_on=(EMAIL,),
        grace=timedelta(days=14),
        optional=False,
    )
)
for kind in telling.KINDS:
    kinds.register(kind)
holders.register(
    PersonalData(
        key="articles",
        label=_("Guides you wrote, kept or prepared questions from"),
        models=[
            "articles.AppointmentQuestion",
            "articles.Article",
            "articles.ArticlePicture",
            "articles.BlockComment",
            "articles.Contribution",
            "articles.DraftSave",
            "articles.ReviewInvitation",
            "articles.Revision",
            "articles.SavedArticle",
            "articles.Step",
        ],
        export=personal.export,
        erase=personal.erase,
        retained=[_("Who published each version of a guide stays on record, under your erased name.")],
    )
)
