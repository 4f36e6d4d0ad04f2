"""The first version of what people agree to when they join."""

from django.db import migrations
from django.utils import timezone

TERMS = """## What Handrail is
Handrail gives you information and company. It does not replace your own care team. Nobody here can examine you, and no
answer here is medical advice.

## How we treat each other
- Be kind. Speak from your own experience.
- Do not tell anyone to start, stop or change a treatment. Say: ask your team.
- Keep what people share here, here.
- Do not sell, fundraise or recruit.
- Do not share how to harm yourself or others.

## Your name here
You are known by a display name that you choose. Please do not use your full name. Do not name other people, clinicians
or hospitals in a way that would show who you are.

## Moderators
Moderators may hide a post that breaks these rules. They always say why, and you can always ask for another look. In an
emergency, call your local emergency number. Do not wait for a reply here.

## Leaving
You can leave a group, or close your account, at any time.
"""

HEALTH = """## What this is about
A plan, a diary entry or an answer to a safety question says something about your health. The law protects this kind of
information, so we ask you before we keep it.

## What we keep, and why
- Your plan and its reminders, so that we can remind you.
- What you write in your diary, so that you can look back and show your team.
- What you write in groups, so that others in the group can read it.

## How we protect it
Plan texts, reminder texts, safety answers and diary entries are encrypted in the database. Times, and which group you
belong to, are not, because we need them to send a reminder on time. Nobody in a group can see your plan or diary. We do
not sell data and we show no adverts.

## Changing your mind
You can take this agreement back in your settings. Then plans and diary stop, and you can ask us to erase what we hold.
"""

TEXTS = [
    ("terms", "I agree to the house rules and terms.", TERMS),
    ("health", "I agree that Handrail keeps the health information I choose to enter.", HEALTH),
]


def write(apps, schema_editor):
    model = apps.get_model("accounts", "ConsentText")
    for purpose, summary, text in TEXTS:
        model.objects.get_or_create(
            purpose=purpose, version=1, language="en",
            defaults={"summary": summary, "text": text, "published_at": timezone.now()},
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_staff_roles")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
