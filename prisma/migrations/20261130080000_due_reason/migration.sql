-- CreateTable
CREATE TABLE "due_reason" (
    "reason" TEXT NOT NULL,
    "is_claimed" BOOLEAN NOT NULL,
    "since" DATE NOT NULL,
    "through" DATE,

    CONSTRAINT "due_reason_pkey" PRIMARY KEY ("reason","is_claimed")
);
