-- AlterTable
ALTER TABLE "publication" ADD COLUMN "observed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "observed_day" (
    "statistic" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "bucket" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "lines" INTEGER,

    CONSTRAINT "observed_day_pkey" PRIMARY KEY ("statistic","source","day","bucket")
);

-- CreateTable
CREATE TABLE "observed_file" (
    "digest" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "statistic" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "observed_file_pkey" PRIMARY KEY ("digest","source","statistic")
);
