"""Give the serving role what it needs and no more: it never owns a table, and audit rows it can only add and read."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

APPEND_ONLY = ["moderation_auditentry", "notifications_deliveryattempt", "articles_revision"]
READ_ONLY = ["handrail_clock", "django_migrations"]


class Command(BaseCommand):
    help = "Grant the serving role its rights. Run as the owner after every migrate."

    def handle(self, *args: object, **options: object) -> None:
        role = connection.ops.quote_name(settings.APP_ROLE)
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.APP_ROLE])
            if not cursor.fetchone():
                self.stdout.write(f"There is no role {settings.APP_ROLE}; the owner serves. See docs/production.md.")
                return
            cursor.execute("SELECT current_user = %s", [settings.APP_ROLE])
            if cursor.fetchone()[0]:
                self.stdout.write("Run this as the owner of the tables (DATABASE_OWNER_URL), not as the serving role.")
                return
            tables = set(connection.introspection.table_names(cursor))
            cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}")
            cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")
            for table in tables.intersection(APPEND_ONLY):
                cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {role}")
            for table in tables.intersection(READ_ONLY):
                cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {role}")
        self.stdout.write(f"{settings.APP_ROLE} may serve.")
