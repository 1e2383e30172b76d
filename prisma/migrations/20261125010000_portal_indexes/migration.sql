-- "Response Duration: more than 3 s" in SCIM Sync Logs: few among many. Partial, so that other calls don't pay for it.
CREATE INDEX "sync_log_slow_idx" ON "sync_log"("provider_id", "id") WHERE "duration_ms" > 3000;

-- "Entity Type: Group": the lesser part of the calls.
CREATE INDEX "sync_log_groups_idx" ON "sync_log"("provider_id", "id") WHERE "resource_type" = 'Group';
