"""Nobody rewrites the audit: a trigger refuses UPDATE and DELETE for every role, the owner of the table included.

TRUNCATE is left to grants (`manage.py secure_database` takes it from the serving role): test runs empty tables so.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION moderation_audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit only grows: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON moderation_auditentry
    FOR EACH ROW EXECUTE FUNCTION moderation_audit_only_grows();
"""

BACKWARD = """
DROP TRIGGER audit_only_grows ON moderation_auditentry;
DROP FUNCTION moderation_audit_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_reports_cases_decisions_audit")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
