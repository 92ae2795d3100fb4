import { hostname } from "node:os";

/** How this process's connections are known to the database server. */
export const applicationName = `openvz-statistics ${process.pid}@${hostname()}`.slice(0, 63);
