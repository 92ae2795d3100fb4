-- CreateTable
CREATE TABLE "daily_newcomers" (
    "product" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hosts" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "largest" INTEGER NOT NULL,

    CONSTRAINT "daily_newcomers_pkey" PRIMARY KEY ("product","day")
);
