-- A membership change moves the version of its group and nothing that is indexed: with room on the page and no index on
-- updated_at it is written in place (HOT), instead of into every index of the group's row, the GIN index included.

-- DropIndex
DROP INDEX "groups_provider_id_updated_at_id_idx";

ALTER TABLE "groups" SET (fillfactor = 60);
