import { Presets, SingleBar } from "cli-progress";

/** A progress bar on standard error: it shows on a terminal, and keeps out of pipes and logs. */
export function progressBar(label: string): {
  update: (done: number, total: number, what: string) => void;
  stop: () => void;
} {
  const format = `${label} {bar} {value}/{total} {what}`;
  const bar = new SingleBar(
    { format, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let running = false;
  return {
    update(done, total, what) {
      if (running) bar.setTotal(total);
      else bar.start(total, done, { what });
      running = true;
      bar.update(done, { what });
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
