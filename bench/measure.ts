/** Something that does the work of a benchmark and gives a number by which the answers of rivals are compared. */
export interface Contestant {
  readonly name: string;
  readonly run: () => number | Promise<number>;
}

export interface Measured {
  readonly name: string;
  /** Median of the rounds, in milliseconds. */
  readonly time: number;
  readonly answer: number;
}

const collect = (globalThis as { gc?: () => void }).gc;

/** Runs contestants in turn, A B A B, after one round that does not count; medians, so that a busy machine hits all alike. */
export async function measure(contestants: readonly Contestant[], rounds: number): Promise<Measured[]> {
  const times = contestants.map(() => [] as number[]);
  const answers: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, { run }] of contestants.entries()) {
      collect?.();
      const start = performance.now();
      answers[i] = await run();
      if (round > 0) times[i]?.push(performance.now() - start);
    }
  }
  return contestants.map(({ name }, i) => {
    const sorted = (times[i] as number[]).toSorted((a, b) => a - b);
    return { name, time: sorted[Math.floor(sorted.length / 2)] as number, answer: answers[i] as number };
  });
}

/** Fails where a rival computes something else: a race between different answers says nothing. */
export function agree(measured: readonly Measured[], tolerance = 1e-6): void {
  const [first, ...others] = measured;
  for (const other of others) {
    const reference = first?.answer ?? 0;
    if (Math.abs(other.answer - reference) <= tolerance * Math.max(1, Math.abs(reference))) continue;
    throw new Error(`${other.name} answers ${other.answer}, ${first?.name} ${reference}`);
  }
}

/** Rows of a Markdown table: time and ratios to DuckDB and to the floor. */
export function report(work: string, measured: readonly Measured[], goals: string): string {
  const timeOf = (name: string) => measured.find((one) => one.name === name)?.time;
  const ratio = (time: number, to: number | undefined) => (to === undefined ? "–" : (time / to).toFixed(2));
  const rows = measured.map(
    ({ name, time }) =>
      `| ${work} | ${name} | ${time.toFixed(0)} ms | ${ratio(time, timeOf("DuckDB"))} | ${ratio(time, timeOf("floor"))} | ${name === "comparanda" ? goals : ""} |`,
  );
  return rows.join("\n");
}
