-- AlterTable
ALTER TABLE "saved_filters" ADD COLUMN     "shared" BOOLEAN NOT NULL DEFAULT false;
