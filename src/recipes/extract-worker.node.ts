import { parentPort, workerData } from "node:worker_threads";
import { readJob, reportReader } from "./extract-job.node.ts";
import type { ReportJob } from "./extract-job.ts";
import { journalLine } from "./extract-journal.node.ts";

// A thread that reads reports, each as a line of the journal: a text is handed over faster than what it describes.
const port = parentPort;
if (port === null) throw new Error("extract-worker runs as a thread of its own");
const reader = await reportReader((workerData as { readonly lexicon?: string }).lexicon);
port.postMessage(null);
let last = Promise.resolve();
port.on("message", (job: ReportJob) => {
  // One after the other: answers come in the order in which reports are handed out.
  last = last.then(async () => port.postMessage(journalLine(await readJob(job, reader))));
});
