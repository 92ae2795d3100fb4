/** Runs in a thread: reads the crash reports that the server receives. */
import { readingAnswer } from "#lib/receipt/reading";
import { answerJobs } from "#lib/thread-pool";
import { crashIn, type SentCrash } from "./sent";

answerJobs((sent: SentCrash) => readingAnswer(() => crashIn(sent)));
