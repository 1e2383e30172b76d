-- The histogram counts calls by time and status, and reads no row for it. New entries come at the end: that is cheap to keep.

-- CreateIndex
CREATE INDEX "sync_log_provider_id_id_status_idx" ON "sync_log"("provider_id", "id", "status");
