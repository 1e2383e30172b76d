-- The log is read in the order of its ids; with the name in that index, a search for a part of a name reads no row.

-- CreateIndex
CREATE INDEX "sync_log_provider_id_id_entity_name_key_idx" ON "sync_log"("provider_id", "id", "entity_name_key");

-- DropIndex
DROP INDEX "sync_log_provider_id_id_idx";
