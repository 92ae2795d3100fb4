-- AlterTable
ALTER TABLE "publication" ADD COLUMN "history_from" DATE;
