"""Taking a person out of their groups."""

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from groups.models import (
    Handover,
    JoinRequest,
    Membership,
    Picture,
    Poll,
    Post,
    PostEdit,
    PostText,
    Quote,
    ReadMark,
    SettingChange,
    SupportGroup,
    Thread,
    ThreadImport,
    ThreadVoice,
)
from groups.models.handles import suffix
from portal.accounts.models import User

REMOVED_TITLE = "Removed by the person who wrote it"


@transaction.atomic
def erase(user: User, keep_words: bool) -> None:
    """Remove every trace of the person. With `keep_words` what they wrote stays, in each thread under another handle;
    without, the numbers stay as tombstones. Runs again without harm."""
    present = Membership.objects.present().filter(user=user).values("group")
    SupportGroup.objects.filter(pk__in=present, members_count__gt=0).update(members_count=F("members_count") - 1)
    Membership.objects.filter(user=user).delete()
    JoinRequest.objects.filter(user=user).delete()
    JoinRequest.objects.filter(decided_by=user).update(decided_by=None)
    SettingChange.objects.filter(changed_by=user).update(changed_by=None)
    ReadMark.objects.filter(user=user).delete()
    voices = list(ThreadVoice.objects.select_for_update().filter(user=user))
    posts = Post.objects.filter(voice__in=voices)
    PostEdit.objects.filter(post__in=posts).delete()
    Picture.objects.filter(post__in=posts).delete()
    PostText.objects.filter(post__in=posts.filter(Q(deleted_at__isnull=False) | Q(removed_at__isnull=False))).delete()
    if not keep_words:
        Thread.objects.filter(starter__in=voices).update(title=REMOVED_TITLE)
        Poll.objects.filter(asked_by__in=voices).delete()
        Quote.objects.filter(Q(post__in=posts) | Q(quoted__in=posts)).delete()
        PostText.objects.filter(post__in=posts).delete()
        posts.filter(deleted_at=None).update(deleted_at=timezone.now())
    for voice in voices:
        voice.user, voice.shown_name, voice.badge = None, f"Someone {suffix()}", ThreadVoice.Badge.NONE
        voice.is_alias = False
    ThreadVoice.objects.bulk_update(voices, ["user", "shown_name", "badge", "is_alias"], batch_size=500)


def forget_who_handled_files(user: User) -> None:
    """Of files brought in and of packed copies: who asked, why, and who agreed."""
    ThreadImport.objects.filter(by=user).update(by=None)
    Handover.objects.filter(asked_by=user).update(asked_by=None, reason_sealed=None)
    Handover.objects.filter(agreed_by=user).update(agreed_by=None)
