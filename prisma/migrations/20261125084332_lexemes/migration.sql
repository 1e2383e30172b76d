-- DropIndex
DROP INDEX "groups_folded_idx";

-- DropIndex
DROP INDEX "users_folded_idx";

-- AlterTable
ALTER TABLE "groups" ADD COLUMN     "lexemes" tsvector NOT NULL DEFAULT ''::tsvector;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "lexemes" tsvector NOT NULL DEFAULT ''::tsvector;

-- The rows that are there, as lib/filter-sql/lexemes.ts writes the new ones.
CREATE FUNCTION "rollcall_lexemes"(value jsonb, path text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      FOR part IN SELECT * FROM jsonb_each(value) LOOP
        RETURN QUERY SELECT "rollcall_lexemes"(part.value, CASE path WHEN '' THEN part.key ELSE path || '.' || part.key END);
      END LOOP;
    WHEN 'array' THEN
      FOR part IN SELECT * FROM jsonb_array_elements(value) LOOP
        RETURN QUERY SELECT "rollcall_lexemes"(part.value, path);
      END LOOP;
    WHEN 'null' THEN
    ELSE RETURN NEXT left(path || ' ' || (value #>> '{}'), 200);
  END CASE;
END $$;
UPDATE "groups" SET "lexemes" = array_to_tsvector(ARRAY(SELECT "rollcall_lexemes"("folded", '')));
UPDATE "users" SET "lexemes" = array_to_tsvector(ARRAY(SELECT "rollcall_lexemes"("folded", '')));
DROP FUNCTION "rollcall_lexemes";

-- CreateIndex. Without fastupdate: new entries would wait in a pile of up to 4 MB that every search has to read.
CREATE INDEX "groups_lexemes_idx" ON "groups" USING GIN ("lexemes") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "users_lexemes_idx" ON "users" USING GIN ("lexemes") WITH (fastupdate = off);
