"""Bring the database up to date before anything is served, in one process because starting Django takes a second.

Runs as the role that owns the database.
"""

import os


def prepare() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=1)
    call_command("secure_database")
    call_command("load_opening_content")
    if not settings.DEMO:
        call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    prepare()
