-- CreateTable
CREATE TABLE "largest_host" (
    "product" TEXT NOT NULL,
    "statistic" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hosts" BIGINT NOT NULL,
    "largest" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "largest_host_pkey" PRIMARY KEY ("product","statistic","day")
);

-- The days published so far get theirs when they are published again. Their rows stay as they are.
UPDATE "publication" SET "due_from" = "first_day" WHERE "first_day" IS NOT NULL;
