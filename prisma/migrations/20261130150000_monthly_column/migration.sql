-- CreateTable
CREATE TABLE "monthly_column" (
    "product" TEXT NOT NULL,
    "statistic" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "bucket" TEXT NOT NULL,
    "places" INTEGER[] NOT NULL,
    "hosts" BIGINT[] NOT NULL,
    "totals" BIGINT[] NOT NULL,

    CONSTRAINT "monthly_column_pkey" PRIMARY KEY ("product","statistic","month","bucket")
);

-- The days published so far, as lib/store/monthly-columns.ts writes them.
INSERT INTO "monthly_column"
SELECT product, statistic, day - extract(day FROM day)::integer + 1, bucket,
       array_agg(extract(day FROM day)::integer - 1), array_agg(hosts), array_agg(total)
  FROM daily_row
 GROUP BY 1, 2, 3, 4;
