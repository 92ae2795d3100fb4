-- CreateTable
CREATE TABLE "counting_method" (
    "id" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "counting_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_record" (
    "number" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reasons" TEXT[] NOT NULL,
    "reports" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "day_record_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "restated_statistic" (
    "product" TEXT NOT NULL,
    "statistic" TEXT NOT NULL,
    "record" INTEGER NOT NULL,

    CONSTRAINT "restated_statistic_pkey" PRIMARY KEY ("product","statistic","record")
);

-- CreateIndex
CREATE INDEX "day_record_day_idx" ON "day_record"("day");
