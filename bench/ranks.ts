import { randomFrom } from "../src/stats/random.ts";
import { rankIntervals } from "../src/stats/rank-intervals.ts";
import { measure, report } from "./measure.ts";

/** Rank ranges of 300 regions with 20,000 draws: figures that lie close together, apart, and far apart. */
export async function benchRanks(rounds: number): Promise<string> {
  const random = randomFrom(3);
  const regions = Array.from({ length: 300 }, () => ({ place: random.normal(), error: 0.3 + 2 * random.uniform() }));
  const standardError = regions.map(({ error }) => error);
  const run = (spread: number, simultaneous: boolean) => () => {
    const { lower, upper } = rankIntervals({
      estimate: regions.map(({ place }) => place * spread),
      standardError,
      simultaneous,
    });
    return lower.reduce<number>((sum, place, i) => sum + (upper[i] ?? 0) - (place ?? 0), 0);
  };
  const measured = await measure(
    [
      { name: "close together", run: run(1, false) },
      { name: "apart", run: run(5, false) },
      { name: "far apart", run: run(30, false) },
      { name: "apart, all at once", run: run(5, true) },
    ],
    rounds,
  );
  return report("rank ranges", measured, "");
}
