"""Founding a group and keeping its rules."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from groups.models import GroupRules, Membership, SupportGroup
from groups.models.handles import suffix
from groups.operations.memberships import membership_of
from groups.operations.setting_log import note_change
from groups.rules import can_change_setting
from portal.accounts.models import User
from portal.core.errors import RuleViolation

LONGEST_RULES = 4000
Audience, Entry = SupportGroup.Audience, SupportGroup.Entry

PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "open": {
            "known_to": Audience.EVERYONE,
            "members_seen_by": Audience.MEMBERS,
            "read_by": Audience.EVERYONE,
            "join_by": Entry.OPEN,
        },
        "request": {
            "known_to": Audience.EVERYONE,
            "members_seen_by": Audience.MEMBERS,
            "read_by": Audience.MEMBERS,
            "join_by": Entry.REQUEST,
        },
        "invite": {
            "known_to": Audience.EVERYONE,
            "members_seen_by": Audience.MEMBERS,
            "read_by": Audience.MEMBERS,
            "join_by": Entry.INVITATION,
        },
        "private": {
            "known_to": Audience.MEMBERS,
            "members_seen_by": Audience.MEMBERS,
            "read_by": Audience.MEMBERS,
            "join_by": Entry.INVITATION,
        },
        "hidden": {
            "known_to": Audience.MEMBERS,
            "members_seen_by": Audience.MODERATORS,
            "read_by": Audience.MEMBERS,
            "join_by": Entry.INVITATION,
        },
    }
)
# Addresses that are pages of their own.
RESERVED = {"t", "p", "s", "g", "drafts", "invited", "unanswered", "kept", "openings", "requests"}


def free_slug(name: str, *, secret: bool) -> str:
    """An address for a group. Where not everyone may know it, a random end keeps it from being guessed; a taken
    address gets one as well, so that it tells nothing about the group that has it."""
    base = slugify(name)[:60] or "group"
    slug = f"{base}-{suffix()}" if secret else base
    while slug in RESERVED or SupportGroup.objects.filter(slug=slug).exists():
        slug = f"{base}-{suffix()}"
    return slug


@transaction.atomic
def create_group(
    *,
    actor: User | None,
    name: str,
    summary: str,
    preset: str,
    description: str = "",
    rules: str = "",
    topics: Sequence[Any] = (),
    key: str | None = None,
    **more: Any,
) -> SupportGroup:
    """Found a group. `actor` becomes its first moderator and must be an Administrator; None is the opening content.

    `preset` fills the four settings; `more` overrides single fields. Raises PermissionDenied, KeyError for an unknown
    preset.
    """
    if actor is not None and not actor.staff_roles.administers:
        raise PermissionDenied(_("Only administrators can start a group."))
    settings = {**PRESETS[preset], **more}
    secret = settings["known_to"] != Audience.EVERYONE
    group = SupportGroup.objects.create(
        name=name,
        summary=summary,
        description=description,
        key=key,
        slug=free_slug(key or name, secret=secret),
        **settings,
    )
    group.topics.set(topics)
    if rules:
        _add_rules(group, None, rules, True)
    if actor is not None:
        Membership.objects.create(
            group=group, user=actor, role=Membership.Role.MODERATOR, rules_version_agreed=group.rules_version
        )
        SupportGroup.objects.filter(pk=group.pk).update(members_count=1)
    return group


@transaction.atomic
def publish_rules(*, actor: User | None, group: SupportGroup, text: str, is_material: bool = True) -> GroupRules:
    """A new version of the ground rules, by a moderator of the group, an Administrator or the opening content. A
    material one asks every member again before their next post. The same words again are no new version.
    Raises PermissionDenied, RuleViolation."""
    if actor is not None and not can_change_setting(actor, membership_of(actor, group), group, "rules"):
        raise PermissionDenied(_("Only moderators of this group and administrators can change its rules."))
    text = text.replace("\x00", "").replace("\r\n", "\n").strip()
    if not text or len(text) > LONGEST_RULES:
        raise RuleViolation(_("Write one rule on a line, at most 4,000 letters in all."), field="text")
    locked = SupportGroup.objects.select_for_update().get(pk=group.pk)
    last = GroupRules.objects.filter(group=locked).order_by("-version").first()
    if last is not None and last.text.strip() == text:
        return last
    rules = _add_rules(locked, last, text, is_material)
    group.rules_version = locked.rules_version
    note_change(actor, locked, {"rules": [last.version if last else 0, rules.version]})
    return rules


def _add_rules(group: SupportGroup, last: GroupRules | None, text: str, is_material: bool) -> GroupRules:
    version = last.version + 1 if last else 1
    rules = GroupRules.objects.create(group=group, version=version, text=text, is_material=is_material)
    if is_material:
        group.rules_version = version
        group.save(update_fields=["rules_version"])
    return rules
