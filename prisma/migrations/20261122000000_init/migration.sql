-- CreateTable
CREATE TABLE "host" (
    "id" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "host_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seq" SMALLINT NOT NULL,
    "day" DATE NOT NULL,
    "digest" BYTEA NOT NULL,
    "sections" TEXT[] NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("host_id","at","seq")
);

-- CreateTable
-- Its rows grow at one end with nearly every report: room for that in the same page.
CREATE TABLE "known_span" (
    "host_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "known_span_pkey" PRIMARY KEY ("host_id","section","since")
) WITH (fillfactor = 80);

-- CreateTable
CREATE TABLE "fact_version" (
    "host_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "fact_version_pkey" PRIMARY KEY ("host_id","section","since")
);

-- CreateTable
CREATE TABLE "membership" (
    "host_id" UUID NOT NULL,
    "statistic" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("host_id","statistic","bucket","since")
);

-- CreateTable
CREATE TABLE "bucket_label" (
    "statistic" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "bucket_label_pkey" PRIMARY KEY ("statistic","bucket")
);

-- CreateTable
CREATE TABLE "daily_row" (
    "product" TEXT NOT NULL,
    "statistic" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "bucket" TEXT NOT NULL,
    "hosts" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "merged" INTEGER,

    CONSTRAINT "daily_row_pkey" PRIMARY KEY ("product","statistic","day","bucket")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "first_day" DATE,
    "last_day" DATE,
    "claimed_day" DATE,
    "due_from" DATE,
    "computing_from" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tallied_statistic" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "tallied_statistic_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "host_product_last_at_idx" ON "host"("product", "last_at");

-- CreateIndex
CREATE INDEX "report_day_idx" ON "report"("day");

-- CreateIndex
CREATE INDEX "membership_statistic_bucket_idx" ON "membership"("statistic", "bucket");

-- The one row of the publication.
INSERT INTO "publication" ("id") VALUES (1);
