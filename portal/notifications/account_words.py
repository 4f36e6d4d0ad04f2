"""The words of every mail about an account, by allauth's name for it. Subjects say nothing about health."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.kinds import Action, Message

SIGN_IN_KIND = "account.sign_in"
SECURITY_KIND = "account.security"

Context = Mapping[str, Any]


@dataclass(frozen=True)
class AccountMail:
    """`good_for` ends the message when its code or link ends, or when the news is old."""

    kind: str
    good_for: timedelta
    words: Callable[[Context], Message]


def ignore_it() -> str:
    return _("If this was not you, you can ignore this mail. Nothing has changed.")


def confirm(context: Context) -> Message:
    code = [context["code"]] if context.get("code") else []
    link = [Action(_("Confirm my address"), context["activate_url"], True)] if context.get("activate_url") else []
    return Message(
        subject=_("Confirm your email address"),
        title=_("Confirm your email address"),
        lines=[_("Somebody used this address at %(site)s. If it was you, confirm it.") % {"site": settings.SITE_NAME}],
        card=code,
        actions=link,
        notes=[_("The page asks you to press one button."), ignore_it()] if link else [ignore_it()],
    )


def sign_in_code(context: Context) -> Message:
    return Message(
        subject=_("Your sign-in code"),
        title=_("Your sign-in code"),
        lines=[_("Type it into the page that you have open. It works for a few minutes.")],
        card=[context["code"]],
        notes=[ignore_it()],
    )


def reset_code(context: Context) -> Message:
    return Message(
        subject=_("Your code"),
        title=_("Your code to choose a new password"),
        lines=[_("Type it into the page that you have open. It works for a few minutes.")],
        card=[context["code"]],
        notes=[ignore_it()],
    )


def reset_link(context: Context) -> Message:
    return Message(
        subject=_("Choose a new password"),
        title=_("Choose a new password"),
        lines=[_("Somebody asked for a new password for this address. If it was you, follow the link.")],
        actions=[Action(_("Choose a new password"), context["password_reset_url"], True)],
        notes=[ignore_it()],
    )


def exists_already(context: Context) -> Message:
    return Message(
        subject=_("About your account"),
        title=_("You already have an account"),
        lines=[_("Somebody tried to sign up with this address. It already has an account here.")],
        actions=[Action(_("Choose a new password"), context["password_reset_url"], True)],
        notes=[_("If you remember your password, sign in as usual."), ignore_it()],
    )


def unknown(context: Context) -> Message:
    return Message(
        subject=_("About your account"),
        title=_("There is no account with this address"),
        lines=[_("Somebody tried to sign in with this address. It has no account here.")],
        actions=[Action(_("Sign up"), context["signup_url"], True)] if context.get("signup_url") else [],
        notes=[ignore_it()],
    )


def changed(line: Callable[[], str]) -> AccountMail:
    """A notice of a change that the person made, or somebody who is in their account."""

    def words(context: Context) -> Message:
        return Message(
            subject=_("A change to your account"),
            title=_("A change to your account"),
            lines=[line() % context],
            notes=[_("If this was not you, choose a new password now, and write to us from the contact page.")],
            url=f"{settings.BASE_URL}/settings/",
            actions=[Action(_("Look at my settings"), f"{settings.BASE_URL}/settings/", True)],
        )

    return AccountMail(SECURITY_KIND, timedelta(hours=24), words)


QUARTER, DAY = timedelta(minutes=15), timedelta(hours=24)

ACCOUNT_MAILS: dict[str, AccountMail] = {
    "account/email/email_confirmation": AccountMail(SIGN_IN_KIND, DAY, confirm),
    "account/email/email_confirmation_signup": AccountMail(SIGN_IN_KIND, DAY, confirm),
    "account/email/login_code": AccountMail(SIGN_IN_KIND, QUARTER, sign_in_code),
    "account/email/password_reset_code": AccountMail(SIGN_IN_KIND, QUARTER, reset_code),
    "account/email/password_reset_key": AccountMail(SIGN_IN_KIND, timedelta(hours=1), reset_link),
    "account/email/account_already_exists": AccountMail(SIGN_IN_KIND, timedelta(hours=1), exists_already),
    "account/email/unknown_account": AccountMail(SIGN_IN_KIND, timedelta(hours=1), unknown),
    "account/email/email_changed": changed(lambda: _("Your address changed from %(from_email)s to %(to_email)s.")),
    "account/email/email_confirm": changed(lambda: _("Your email address is confirmed.")),
    "account/email/email_deleted": changed(lambda: _("The address %(deleted_email)s was removed.")),
    "account/email/password_changed": changed(lambda: _("Your password was changed.")),
    "account/email/password_reset": changed(lambda: _("Your password was replaced by a new one.")),
    "account/email/password_set": changed(lambda: _("A password was set.")),
    "mfa/email/recovery_codes_generated": changed(lambda: _("New recovery codes were made. The old ones stopped.")),
    "mfa/email/totp_activated": changed(lambda: _("An authenticator app was added.")),
    "mfa/email/totp_deactivated": changed(lambda: _("The authenticator app was removed.")),
    "mfa/email/webauthn_added": changed(lambda: _("A passkey was added.")),
    "mfa/email/webauthn_removed": changed(lambda: _("A passkey was removed.")),
}

ANYTHING_ELSE = changed(lambda: _("Something about how you sign in was changed."))
