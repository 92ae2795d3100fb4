/** Run as a program: stops the server of a data folder when nobody uses it. For a process that had no time to. */
import { joinRunning } from "./join";
import { leaveCluster } from "./presence";

const [dataDir = ""] = process.argv.slice(2);
const connection = await joinRunning(dataDir);
if (connection) await leaveCluster(dataDir, connection);
