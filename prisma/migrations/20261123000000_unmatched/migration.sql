-- CreateTable
CREATE TABLE "unmatched_host" (
    "host_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "unmatched_host_pkey" PRIMARY KEY ("host_id","rule","digest")
);

-- CreateTable
CREATE TABLE "unmatched_text" (
    "rule" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "unmatched_text_pkey" PRIMARY KEY ("rule","digest")
);

-- CreateIndex
CREATE INDEX "unmatched_host_rule_digest_idx" ON "unmatched_host"("rule", "digest");
