-- CreateTable
CREATE TABLE "quarantine" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "network" TEXT,
    "hosts" INTEGER NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "host" ADD COLUMN "quarantine_id" INTEGER;

-- CreateView
-- The hosts that count. Whatever computes a number reads this instead of the table.
CREATE VIEW "counted_host" AS
    SELECT "id", "product", "first_day", "last_at" FROM "host" WHERE "quarantine_id" IS NULL;
