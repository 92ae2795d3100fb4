-- CreateTable
CREATE TABLE "forgotten_crash" (
    "day" DATE NOT NULL,
    "type" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "os_release" TEXT NOT NULL,
    "kernel_branch" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "problems" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "hosts" INTEGER NOT NULL,

    CONSTRAINT "forgotten_crash_pkey" PRIMARY KEY ("day", "type", "component", "os_release", "kernel_branch", "version")
);
