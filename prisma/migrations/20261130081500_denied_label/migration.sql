-- CreateTable
CREATE TABLE "denied_label" (
    "statistic" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,

    CONSTRAINT "denied_label_pkey" PRIMARY KEY ("statistic","bucket")
);
