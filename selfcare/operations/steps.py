"""Writing the steps of a template's activities, with their pictures."""

import hashlib
from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.pictures import drawn_anew, picture_key
from selfcare import rules
from selfcare.models import PlanTemplateText, PlanTemplateVersion, StepPicture, StepPictureFile
from selfcare.models.template import valid_words
from selfcare.operations.templates import keep_version
from selfcare.steps import Step, written


@transaction.atomic
def add_step_picture(*, actor: User, raw: bytes) -> StepPicture:
    """Draw a picture anew and keep it; the same file again is the picture that is there already. Raises RuleViolation
    for what is no picture or too large, PermissionDenied for whoever does not write templates."""
    if not rules.may_write_templates(actor):
        raise PermissionDenied(_("Only editors and clinical reviewers change plans."))
    digest = hashlib.sha256(raw).hexdigest()
    if known := StepPicture.objects.visible_to(actor).filter(digest=digest).first():
        return known
    drawn = drawn_anew(raw)
    picture = StepPicture.objects.create(key=picture_key(drawn.width, drawn.height), digest=digest, added_by=actor)
    StepPictureFile.objects.create(picture=picture, content=drawn.content)
    return picture


@transaction.atomic
def set_steps(
    *, actor: User, text: PlanTemplateText, steps: Mapping[str, Sequence[Step]]
) -> PlanTemplateVersion | None:
    """Write the steps of these activities in one language. Returns the next version of the template, or None when it
    says what it said. Raises RuleViolation for steps that do not fit, PermissionDenied."""
    if not rules.may_write_templates(actor):
        raise PermissionDenied(_("Only editors and clinical reviewers change plans."))
    text = PlanTemplateText.objects.select_for_update(of=("self",)).select_related("template").get(pk=text.pk)
    words = {key: dict(said) for key, said in text.activity_words.items()}
    for key, own in steps.items():
        said = words.setdefault(key, {})
        said.pop("steps", None)
        if own:
            said["steps"] = [written(step) for step in own]
    try:
        valid_words(words)
    except ValidationError as error:
        raise RuleViolation(" ".join(error.messages), code="steps") from error
    text.activity_words = words
    text.save(update_fields=["activity_words"])
    return keep_version(text.template, actor)
