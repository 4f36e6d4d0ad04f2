"""The invented people of demo mode: one for each role, with the addresses and the password that the start prints."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.operations import give_consent
from portal.launch.demo import SIGN_INS

NAMES = {
    "patient": ("Heron", ()),
    "moderator": ("Juniper", (roles.MODERATORS,)),
    "editor": ("Quill", (roles.EDITORS,)),
    "reviewer": ("Lantern", (roles.CLINICAL_REVIEWERS,)),
    "administrator": ("Keel", (roles.ADMINISTRATORS,)),
}


@transaction.atomic
def make_person(*, email: str, password: str | None, name: str, held: tuple[str, ...] = ()) -> User:
    """One invented person with a checked address and both agreements given. Running again returns the same person."""
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, password, display_name=name, country="GB", is_staff=bool(held))
        user.groups.set(Group.objects.filter(name__in=held))
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        give_consent(actor=user, purposes=["terms", "health"])
    return user


def load(demo: bool) -> str:
    """Make the demo people, in demo mode only."""
    if not demo:
        return "People: nobody is invented outside demo mode."
    for role, email, password in SIGN_INS:
        key = role.split()[-1].casefold()
        name, held = NAMES[key]
        make_person(email=email, password=password, name=name, held=held)
    return f"People: {len(SIGN_INS)} demo sign-ins."
