-- AlterTable
ALTER TABLE "providers" ADD COLUMN     "allowed_addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "calls_per_second" INTEGER;

-- AlterTable
ALTER TABLE "tokens" ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY['users:read', 'users:write', 'groups:read', 'groups:write']::TEXT[];
