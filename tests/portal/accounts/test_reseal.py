"""A key is changed for good: everything is sealed with the new one, and the old one can go."""

import base64

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from django.apps import apps
from django.core.management import CommandError, call_command

from portal.accounts.models import DataCopy, DataCopyPart
from portal.core.resealing import places_of, reseal_columns
from selfcare.models import DiaryEntry
from tests.factories.accounts import make_user
from tests.factories.moderation import make_decision, open_house
from tests.factories.selfcare import make_entry

OLD, NEW = (f"{name}:{base64.urlsafe_b64encode(name.encode() * 16).decode()}" for name in ("k1", "k2"))

pytestmark = pytest.mark.django_db


def rekey(settings, keys):
    settings.FIELD_KEYS = settings.SAFETY_KEYS = keys


def test_after_it_the_old_key_can_go(settings, capsys):
    rekey(settings, OLD)
    person = make_user()
    entry = make_entry(person, worst=7)
    with open_house() as house:
        decision = make_decision(house, message="Words for the writer")
    TOTP.activate(person, "APPSECRET")
    codes = RecoveryCodes.activate(person).get_unused_codes()
    part = DataCopyPart(copy=DataCopy.objects.create(user=person), number=0)
    part.put(b"a packed file")
    part.save()

    rekey(settings, f"{NEW},{OLD}")
    call_command("reseal")
    assert "selfcare.DiaryEntry.payload_sealed: 1 sealed anew, 0 that no key here opens" in capsys.readouterr().out

    rekey(settings, NEW)
    assert DiaryEntry.objects.get(pk=entry.pk).payload["worst"] == 7
    assert type(decision).objects.get(pk=decision.pk).message == "Words for the writer"
    assert DataCopyPart.objects.get().read() == b"a packed file"
    held = {one.type: one for one in person.authenticator_set.all()}
    assert decrypt(held["totp"].data["secret"]) == "APPSECRET"
    assert RecoveryCodes(held["recovery_codes"]).get_unused_codes() == codes
    assert list(reseal_columns()) == []


def test_what_no_key_opens_is_counted_and_stays(settings):
    rekey(settings, OLD)
    entry = make_entry(make_user(), worst=7)
    rekey(settings, NEW)

    with pytest.raises(CommandError, match="1 values do not open"):
        call_command("reseal")

    rekey(settings, OLD)
    assert DiaryEntry.objects.get(pk=entry.pk).payload["worst"] == 7


def test_every_sealed_column_knows_what_it_is_sealed_with():
    for model in apps.get_models():
        for place in places_of(model):
            assert place.associated(model())
