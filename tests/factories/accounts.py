"""People for tests: the smallest valid ones."""

import itertools
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.utils import timezone

from portal.accounts.models import Block, Consent, ConsentText, User

counter = itertools.count(1)


def make_user(*roles: str, **fields: Any) -> User:
    """A person with a checked address and both agreements given; with staff roles when some are named."""
    number = next(counter)
    fields.setdefault("email", f"person{number}@example.org")
    fields.setdefault("display_name", f"Wren{number}x")
    password = fields.pop("password", None)
    user = User.objects.create_user(password=password, is_staff=fields.pop("is_staff", bool(roles)), **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for purpose in ("terms", "health"):
        ConsentText.objects.get_or_create(
            purpose=purpose,
            version=1,
            language="en",
            defaults={"summary": purpose, "text": purpose, "published_at": timezone.now()},
        )
        Consent.objects.create(user=user, purpose=purpose, version=1, given_at=timezone.now())
    for role in roles:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def make_block(blocker: User, blocked: User) -> Block:
    return Block.objects.create(blocker=blocker, blocked=blocked)
