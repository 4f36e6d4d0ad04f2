"""Who a person is to the site: an email address to sign in with, and a pseudonym to be known by."""

import uuid
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.names import fold
from portal.accounts.roles import StaffRoles


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person. Without a display name they get a neutral one that they can change."""
        if not email:
            raise ValueError("A person needs an email address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.rename(user.display_name or f"Guest {uuid.uuid4().hex[:8]}")
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    class Theme(models.TextChoices):
        DEVICE = "", _("As my device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Contrast(models.TextChoices):
        DEVICE = "", _("As my device")
        MORE = "more", _("More contrast")

    class TextSize(models.TextChoices):
        STANDARD = "", _("Standard")
        LARGE = "large", _("Large")
        LARGER = "larger", _("Larger")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("email address"), unique=True)
    display_name = models.CharField(_("display name"), max_length=40)
    display_name_key = models.CharField(max_length=120, unique=True, editable=False)
    country = models.CharField(_("country"), max_length=2, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Europe/London")
    language = models.CharField(_("language"), max_length=16, default="en")
    is_carer = models.BooleanField(_("I care for someone"), default=False)
    theme = models.CharField(_("colours"), max_length=8, blank=True, choices=Theme.choices, default=Theme.DEVICE)
    contrast = models.CharField(
        _("contrast"), max_length=8, blank=True, choices=Contrast.choices, default=Contrast.DEVICE
    )
    text_size = models.CharField(
        _("text size"), max_length=8, blank=True, choices=TextSize.choices, default=TextSize.STANDARD
    )
    is_staff = models.BooleanField(_("may sign in to the admin"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)
    suspended_until = models.DateTimeField(
        _("the groups are closed to them until"), null=True, blank=True, editable=False
    )

    glass: Any = None  # what staff read this one page under, when they broke the glass of a private group

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_case"),
            models.CheckConstraint(condition=~models.Q(display_name=""), name="user_has_a_display_name"),
        ]

    def __str__(self) -> str:
        return self.display_name

    def rename(self, name: str) -> None:
        """Set the display name and the key that keeps it unique. Does not save."""
        self.display_name = " ".join(name.split())
        self.display_name_key = fold(self.display_name) or self.display_name.casefold()

    @property
    def is_suspended(self) -> bool:
        """Whether the groups are closed to this person now. Their own plan, diary, guides and data never are."""
        return self.suspended_until is not None and self.suspended_until > timezone.now()

    @cached_property
    def staff_roles(self) -> StaffRoles:
        """Django's groups of this person, read once per loaded user, which is once per request."""
        if not self.is_staff:
            return StaffRoles(frozenset())
        return StaffRoles(frozenset(self.groups.values_list("name", flat=True)), everything=self.is_superuser)
