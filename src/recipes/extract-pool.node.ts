import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { ComparandaError } from "../model/errors.ts";
import { failedRecord, readJob, reportReader } from "./extract-job.node.ts";
import type { ReportJob } from "./extract-job.ts";
import { journalLine } from "./extract-journal.node.ts";

/** Reports from which on it pays to start threads, which have to read their words first. */
const MANY = 40;
/** Reports a thread has before it at any time: one to read and one to go on with. */
const AHEAD = 2;

export interface ReadAllOptions {
  /** Threads to use; 0 reads in this one. Default: as many as there are cores, for few reports none. */
  readonly threads?: number | undefined;
  /** A file or folder of words and rules besides those of this package. */
  readonly lexicon?: string | undefined;
  /** Takes a line of the journal; the next report is handed out when it is done. */
  readonly onLine: (line: string, job: ReportJob) => Promise<void>;
}

/**
 * Reads reports on all cores, in no order; memory holds a few reports for each thread.
 *
 * @remarks A report on which a thread dies is counted as failed, and another thread goes on.
 * @throws {@link ComparandaError} `file.missing` where threads are needed and the package is not built
 */
export async function readAll(jobs: readonly ReportJob[], options: ReadAllOptions): Promise<void> {
  const { threads, lexicon, onLine } = options;
  const count = Math.min(threads ?? (jobs.length < MANY ? 0 : availableParallelism()), jobs.length);
  if (count === 0) {
    const reader = await reportReader(lexicon);
    for (const job of jobs) await onLine(journalLine(await readJob(job, reader)), job);
    return;
  }
  const queue = [...jobs].reverse();
  await Promise.all(Array.from({ length: count }, () => drain(queue, options)));
}

/** Keeps one thread busy until the queue is empty; starts another where it dies. */
async function drain(queue: ReportJob[], { lexicon, onLine }: ReadAllOptions): Promise<void> {
  while (queue.length > 0) {
    const death = await serve(queue, startWorker(lexicon), onLine);
    if (death === null) return;
    const [culprit, ...rest] = death.waiting;
    // Those that waited behind the report that killed the thread go back to the queue.
    queue.push(...rest.reverse());
    if (culprit === undefined) throw death.error;
    await onLine(journalLine(failedRecord(culprit, death.error)), culprit);
  }
}

interface Death {
  readonly error: unknown;
  readonly waiting: readonly ReportJob[];
}

function serve(queue: ReportJob[], worker: Worker, onLine: ReadAllOptions["onLine"]): Promise<Death | null> {
  const waiting: ReportJob[] = [];
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.removeAllListeners();
      worker.terminate().then(settle, reject);
    };
    let storing = 0;
    const handOut = () => {
      while (waiting.length + storing < AHEAD) {
        const job = queue.pop();
        if (job === undefined) break;
        waiting.push(job);
        worker.postMessage(job);
      }
      if (waiting.length + storing === 0) end(() => resolve(null));
    };
    let isReady = false;
    worker.on("message", (line: string | null) => {
      // The first message says that the thread has its words; a thread that never gets so far is nobody's report's fault.
      if (line === null) {
        isReady = true;
        return handOut();
      }
      storing += 1;
      onLine(line, waiting.shift() as ReportJob).then(
        () => {
          storing -= 1;
          handOut();
        },
        (error: unknown) => end(() => reject(error)),
      );
    });
    worker.on("error", (error) => end(() => (isReady ? resolve({ error, waiting }) : reject(error))));
  });
}

/** Beside the built files, and in dist of a checkout that is run from its sources. */
const PLACES = ["./extract-worker.node.js", "../../dist/recipes/extract-worker.node.js"].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

function startWorker(lexicon: string | undefined): Worker {
  const path = PLACES.find((place) => existsSync(place));
  if (path !== undefined) return new Worker(path, { workerData: { lexicon } });
  const expected = "the thread that reads reports; build it with npm run build";
  throw new ComparandaError("file.missing", { verb: "extract", path: PLACES[0] as string, expected });
}
