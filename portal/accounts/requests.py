"""The request of somebody who is signed in, for views behind `login_required`."""

from django.http import HttpRequest

from portal.accounts.models import User


class OwnRequest(HttpRequest):
    """A request whose user is a person."""

    user: User
