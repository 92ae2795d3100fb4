-- CreateTable
CREATE TABLE "network_key" (
    "since" DATE NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "network_key_pkey" PRIMARY KEY ("since")
);

-- CreateTable
-- A row changes with every request of its network: room for that in the same page.
CREATE TABLE "rate_limit" (
    "network" TEXT NOT NULL,
    "full_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("network")
) WITH (fillfactor = 70);

-- CreateTable
CREATE TABLE "newcomer_count" (
    "day" DATE NOT NULL,
    "network" TEXT NOT NULL,
    "hosts" INTEGER NOT NULL,

    CONSTRAINT "newcomer_count_pkey" PRIMARY KEY ("day","network")
) WITH (fillfactor = 70);

-- CreateTable
CREATE TABLE "newcomer" (
    "host_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "network" TEXT NOT NULL,

    CONSTRAINT "newcomer_pkey" PRIMARY KEY ("host_id")
);

-- CreateIndex
CREATE INDEX "newcomer_day_idx" ON "newcomer"("day");
