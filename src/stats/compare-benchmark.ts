import { ComparandaError } from "../model/errors.ts";
import type { Interval, Refusal } from "./outcome.ts";
import { isPresent } from "./present.ts";

/** Which direction is good; `neutral` values are only higher or lower. */
export type Polarity = "higher_better" | "lower_better" | "neutral";

/** `best` and `worst`, `highest` and `lowest`: the benchmark lies outside the 99.8 % interval as well. */
export type Verdict = "best" | "better" | "similar" | "worse" | "worst" | "highest" | "higher" | "lower" | "lowest";

export interface BenchmarkComparison {
  readonly value: number | null;
  readonly benchmark: number | null;
  /** 95 % interval of the value. */
  readonly interval95: Interval | null;
  /** 99.8 % interval of the value; given, it splits better from best. */
  readonly interval998?: Interval | null;
  /** 95 % interval of the benchmark; given, the two intervals must not overlap for a difference. */
  readonly benchmarkInterval95?: Interval | null;
  readonly polarity: Polarity;
}

/**
 * Is a region better or worse than the benchmark, beyond what chance explains?
 *
 * @remarks
 * Unit: value, benchmark and intervals share one. Missing: no verdict (reason `missing_value`).
 * A benchmark on the very edge of the interval is `similar`.
 * Source: Fingertips (Public Health England), comparison by single overlapping intervals at one and two levels and by
 * two overlapping intervals. Oracle: test/oracles/benchmark_compare.json.
 *
 * @throws {@link ComparandaError} `number.invalid` where an interval is upside down
 * @example
 * ```ts @import.meta.vitest
 * const county = { value: 20, interval95: { lower: 17, upper: 23 }, benchmark: 30 }
 * expect(compareBenchmark({ ...county, polarity: "lower_better" }).verdict).toBe("better")
 * ```
 */
export function compareBenchmark(
  comparison: BenchmarkComparison,
): { verdict: Verdict; reason: null } | { verdict: null; reason: Refusal } {
  const { value, benchmark, interval95, interval998, benchmarkInterval95, polarity } = comparison;
  const asked = [interval95, interval998, benchmarkInterval95].filter((each) => each !== undefined);
  if (!isPresent(value) || !isPresent(benchmark) || asked.some((each) => !complete(each))) {
    return { verdict: null, reason: "missing_value" };
  }
  const [own, ...rest] = asked as Interval[];
  const target = benchmarkInterval95 ? (rest.at(-1) as Interval) : { lower: benchmark, upper: benchmark };
  if (own === undefined) return { verdict: "similar", reason: null };
  const strong = interval998 ?? { lower: Number.NaN, upper: Number.NaN };
  const place = standing(own.lower, own.upper, strong.lower, strong.upper, target.lower, target.upper);
  return { verdict: verdictOf(place, polarity), reason: null };
}

/**
 * How a figure stands to its benchmark by their limits alone: 0 where they meet, 1 above and −1 below, 2 and −2 where the
 * wider limits of the figure stand apart as well; NaN for those where there are none.
 */
export function standing(
  lower: number,
  upper: number,
  widerLower: number,
  widerUpper: number,
  targetLower: number,
  targetUpper: number,
): number {
  if (lower <= targetUpper && targetLower <= upper) return 0;
  const apart = widerLower > targetUpper || targetLower > widerUpper ? 2 : 1;
  return lower > targetUpper ? apart : -apart;
}

/** The word for a standing, by which direction is good. */
export function verdictOf(place: number, polarity: Polarity): Verdict {
  if (place === 0) return "similar";
  return wordFor(place > 0, Math.abs(place) === 2, polarity);
}

function complete(interval: Interval | null): interval is Interval {
  if (interval === null || !isPresent(interval.lower) || !isPresent(interval.upper)) return false;
  if (interval.lower <= interval.upper) return true;
  throw new ComparandaError("number.invalid", {
    verb: "compareBenchmark",
    argument: "interval",
    got: `${interval.lower} to ${interval.upper}`,
    expected: "lower up to upper",
  });
}

function wordFor(above: boolean, strong: boolean, polarity: Polarity): Verdict {
  if (polarity === "neutral") return above ? (strong ? "highest" : "higher") : strong ? "lowest" : "lower";
  if (above === (polarity === "higher_better")) return strong ? "best" : "better";
  return strong ? "worst" : "worse";
}
