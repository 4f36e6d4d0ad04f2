"""allauth's own forms in our words: what each question is called, and what to do when its answer is missing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Words:
    label: "str | _StrPromise"
    missing: "str | _StrPromise"
    hint: "str | _StrPromise" = ""


NEW_PASSWORD = _(
    "At least 10 characters. Three or four words that only make sense to you are good. You can paste it, or let your "
    "device choose one."
)
ADDRESS = Words(_("Email"), _("Enter your email address."))
NOT_AN_ADDRESS = _("Enter an email address like name@example.org.")
APP_CODE = Words(_("Code from your app"), _("Enter the 6 digits that your app shows."))


class OurWords(forms.Form):
    """Renames the fields of the form it is put before, and asks for a new password once: it can be shown and pasted."""

    words: ClassVar[dict[str, Words]] = {}
    usual: ClassVar[dict[str, Words]] = {
        "login": ADDRESS,
        "email": ADDRESS,
        "password": Words(_("Password"), _("Enter your password.")),
        "oldpassword": Words(_("Your password now"), _("Enter the password you have now.")),
        "password1": Words(_("New password"), _("Enter a new password."), NEW_PASSWORD),
        "code": Words(
            _("Code"),
            _("Enter the code from the mail."),
            _("Small or big letters, with or without the dash: both work."),
        ),
        "credential": Words("", _("Your device sent us no key, so nothing was changed. You can try again.")),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, words in (self.usual | self.words).items():
            if name in self.fields:
                field = self.fields[name]
                field.label, field.help_text = words.label, words.hint
                field.error_messages |= {"required": words.missing}
                if isinstance(field, forms.EmailField):
                    field.error_messages |= {"invalid": NOT_AN_ADDRESS}


class WayBack(OurWords):
    """The same, for forms that ask for the password one has now: with the way on for who forgot it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("password", "oldpassword"):
            if name in self.fields:
                self.fields[name].help_text = format_html(
                    '<a href="{}">{}</a>', reverse("account_reset_password"), _("I forgot my password")
                )


class Login(OurWords, account.LoginForm):
    words: ClassVar[dict[str, Words]] = {
        "password": Words(
            _("Password"), _("Enter your password."), _("You can paste it, or use the passwords saved on your device.")
        )
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class Signup(OurWords, account.SignupForm):
    words: ClassVar[dict[str, Words]] = {"password1": Words(_("Password"), _("Choose a password."), NEW_PASSWORD)}


class AddEmail(OurWords, account.AddEmailForm):
    words: ClassVar[dict[str, Words]] = {"email": Words(_("New address"), _("Enter the address to add."))}


class ChangePassword(WayBack, account.ChangePasswordForm):
    """The password one has, and the one that takes its place."""


class SetPassword(OurWords, account.SetPasswordForm):
    """For an account that was made without a password."""


class ResetPassword(OurWords, account.ResetPasswordForm):
    """The address that the link goes to."""


class ResetPasswordKey(OurWords, account.ResetPasswordKeyForm):
    """The new password, for who followed the link."""


class Reauthenticate(WayBack, account.ReauthenticateForm):
    """The password again, before something that changes the account."""


class RequestLoginCode(OurWords, account.RequestLoginCodeForm):
    """The address that the code goes to."""


class ConfirmLoginCode(OurWords, account.ConfirmLoginCodeForm):
    """The code from the mail."""


class SecondStep(OurWords, mfa.AuthenticateForm):
    words: ClassVar[dict[str, Words]] = {
        "code": Words(
            _("Code"),
            _("Enter the code from your app, or one of the codes you kept."),
            _("The 6 digits that your app shows, or one of the codes you kept for the day you lose your phone."),
        )
    }


class SecondStepAgain(OurWords, mfa.ReauthenticateForm):
    words: ClassVar[dict[str, Words]] = SecondStep.words


class SecondStepByKey(OurWords, webauthn.AuthenticateWebAuthnForm):
    """What the person's key answered."""


class ActivateApp(OurWords, totp.ActivateTOTPForm):
    words: ClassVar[dict[str, Words]] = {"code": APP_CODE}


class AddKey(OurWords, webauthn.AddWebAuthnForm):
    """A key made here signs in on its own unless the person says otherwise: that is what a passkey is for."""

    words: ClassVar[dict[str, Words]] = {
        "name": Words(_("A name for it"), "", _("So that you know it again, such as “my phone”.")),
        "passwordless": Words(
            _("Let me sign in with it alone, without a password"),
            "",
            _("Your device then asks for your fingerprint, your face or its own lock."),
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class RenameKey(OurWords, webauthn.EditWebAuthnForm):
    words: ClassVar[dict[str, Words]] = {"name": Words(_("Name"), _("Enter a name, such as “my phone”."))}


class LoginByKey(OurWords, webauthn.LoginWebAuthnForm):
    """What a passkey answered on the sign-in page."""


class KeyAgain(OurWords, webauthn.ReauthenticateWebAuthnForm):
    """A key again, before something that changes the account."""
