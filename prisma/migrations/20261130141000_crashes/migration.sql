-- CreateTable
CREATE TABLE "crash_problem" (
    "bthash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "function" TEXT,
    "signal" INTEGER,
    "exception" TEXT,
    "taint_flags" TEXT[] NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "bug" TEXT,
    "linked_day" DATE,
    "solution" TEXT,

    CONSTRAINT "crash_problem_pkey" PRIMARY KEY ("bthash")
);

-- CreateTable
CREATE TABLE "crash_day" (
    "bthash" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "os_release" TEXT NOT NULL,
    "kernel_branch" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "reports" INTEGER NOT NULL,
    "hosts" INTEGER NOT NULL,

    CONSTRAINT "crash_day_pkey" PRIMARY KEY ("bthash", "day", "os_release", "kernel_branch", "version")
);

-- CreateIndex
CREATE INDEX "crash_day_day_idx" ON "crash_day"("day");
