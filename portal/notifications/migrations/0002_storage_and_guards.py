"""Rows that change often keep room to change in, and attempts are never altered."""

from django.db import migrations

STORAGE = """
ALTER TABLE notifications_delivery SET
    (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE notifications_event SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE notifications_heartbeat SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
"""
STORAGE_BACK = """
ALTER TABLE notifications_delivery RESET
    (fillfactor, autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE notifications_event RESET (fillfactor, autovacuum_vacuum_scale_factor);
ALTER TABLE notifications_heartbeat RESET (fillfactor, autovacuum_vacuum_scale_factor);
"""

# The serving role may only add and read. Old attempts leave through one function of the owner, which knows one rule.
INSERT_ONLY = """
CREATE FUNCTION notifications_attempt_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < handrail_now() - interval '30 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'a delivery attempt is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER notifications_attempt_stays BEFORE UPDATE OR DELETE ON notifications_deliveryattempt
    FOR EACH ROW EXECUTE FUNCTION notifications_attempt_stays();
CREATE FUNCTION notifications_forget_attempts(most integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
        DELETE FROM notifications_deliveryattempt WHERE id IN (
            SELECT id FROM notifications_deliveryattempt ORDER BY id LIMIT most
        ) AND at < handrail_now() - interval '30 days' RETURNING 1
    ) SELECT count(*) FROM gone $$;
"""
INSERT_ONLY_BACK = """
DROP FUNCTION notifications_forget_attempts(integer);
DROP TRIGGER notifications_attempt_stays ON notifications_deliveryattempt;
DROP FUNCTION notifications_attempt_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial"), ("core", "0001_database_ground")]

    operations = [
        migrations.RunSQL(STORAGE, STORAGE_BACK),
        migrations.RunSQL(INSERT_ONLY, INSERT_ONLY_BACK),
    ]
