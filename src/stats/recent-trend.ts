import { answered, type Outcome, refused } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireConfidence, requireNumber, requireSameLength } from "./require.ts";
import { gammaQuantile } from "./special/gamma.ts";

export interface RecentTrendInput {
  readonly years: ArrayLike<number>;
  /** Cases and people at risk per year. */
  readonly events: Values;
  readonly population: Values;
  /** The rate and its 95 % interval; needed by `weighted_slope`. */
  readonly values?: Values;
  readonly lower95?: Values;
  readonly upper95?: Values;
  /** `proportion` tests the counts by chi-square, `weighted_slope` the rates weighted by their intervals. */
  readonly method: "proportion" | "weighted_slope";
  /** Newest years that are tested; default 5. */
  readonly points?: number;
  /** Level of the test; default 0.998. */
  readonly level?: number;
  /** Whether a year that is not listed breaks the run of years (`break`, default) or is passed over (`ignore`). */
  readonly gaps?: "break" | "ignore";
}

export interface RecentTrend {
  readonly trend: "increasing" | "decreasing" | "no_change";
  /** Null where no year has an event: nothing changes then. */
  readonly chiSquare: number | null;
  readonly threshold: number;
  readonly significant: boolean;
  /** The years tested. */
  readonly years: readonly number[];
}

const KEYS = ["trend", "chiSquare", "threshold", "significant", "years"] as const;

/**
 * Recent trend: have the last five unbroken years risen or fallen, whichever single year is left out?
 *
 * @remarks
 * Unit: none. Missing: a year without value, count or population ends the run, seen from the newest year; a run
 * shorter than `points` is refused with `few_points`, one in which every case has the event with `no_variation`.
 * A change counts only where the slope keeps its sign with each year left out in turn.
 * Source: Fingertips (Public Health England), recent trends. Oracle: test/oracles/recent_trend.json.
 *
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const years = [2014, 2015, 2016, 2017, 2018]
 * const population = years.map(() => 5000)
 * const { trend } = recentTrend({ years, population, events: [300, 340, 395, 430, 480], method: "proportion" })
 * expect(trend).toBe("increasing")
 * ```
 */
export function recentTrend(input: RecentTrendInput): Outcome<RecentTrend> {
  const { points = 5, level = 0.998, method } = input;
  requireConfidence("recentTrend", level, "level");
  requireNumber("recentTrend", "points", points, "a whole number of at least 3", points >= 3 && points % 1 === 0);
  for (const name of ["events", "population", "values", "lower95", "upper95"] as const) {
    const column = input[name];
    if (column !== undefined) requireSameLength("recentTrend", "years", input.years.length, name, column.length);
  }
  const run = unbrokenRun(input);
  if (run.length < points) return refused("few_points", KEYS);
  if (run.some((row) => input.events[row] === input.population[row])) return refused("no_variation", KEYS);
  const withEdges = (row: number) => isPresent(input.lower95?.[row]) && isPresent(input.upper95?.[row]);
  const usable = method === "weighted_slope" ? run.filter(withEdges) : run;
  if (usable.length < points) return refused("few_points", KEYS);
  const rows = usable.slice(0, points).reverse();
  const { chiSquare, rising, slopes } = method === "proportion" ? proportionTest(input, rows) : slopeTest(input, rows);
  const threshold = 2 * gammaQuantile(level, 0.5);
  // A slope that cannot be told counts as not falling, as in the reference.
  const steady = slopes.every((slope) => slope < 0) || slopes.every((slope) => !(slope < 0));
  const significant = steady && chiSquare > threshold;
  const trend = !significant ? "no_change" : rising ? "increasing" : "decreasing";
  return answered<RecentTrend>({
    trend,
    chiSquare: Number.isNaN(chiSquare) ? null : chiSquare,
    threshold,
    significant,
    years: rows.map((row) => input.years[row] as number),
  });
}

/** Rows from the newest year back to the first one that lacks something. */
function unbrokenRun({ years, events, population, values, gaps = "break" }: RecentTrendInput): number[] {
  const rows = Array.from(years, (_, row) => row).sort((i, j) => (years[j] as number) - (years[i] as number));
  const run: number[] = [];
  for (const row of rows) {
    const last = run.at(-1);
    const gap = last !== undefined && (years[last] as number) - (years[row] as number) > 1;
    const complete = isPresent(events[row]) && isPresent(population[row]) && (population[row] as number) > 0;
    if (!complete || (values !== undefined && !isPresent(values[row])) || (gap && gaps === "break")) break;
    run.push(row);
  }
  return run;
}

interface Tested {
  readonly chiSquare: number;
  readonly rising: boolean;
  /** Slope of all points, then of all but one each; NaN where a count of 0 has no log odds. */
  readonly slopes: readonly number[];
}

/** Chi-square for trend of the counts; slopes of the log odds over the places 1, 2, 3, … */
function proportionTest({ events, population }: RecentTrendInput, rows: readonly number[]): Tested {
  let n = 0;
  let x = 0;
  let xt = 0;
  let nt = 0;
  let ntt = 0;
  rows.forEach((row, i) => {
    const t = i + 1;
    const count = events[row] as number;
    const people = population[row] as number;
    n += people;
    x += count;
    xt += count * t;
    nt += people * t;
    ntt += people * t * t;
  });
  const ascent = n * xt - x * nt;
  const chiSquare = (n * ascent ** 2) / (x * (n - x) * (n * ntt - nt ** 2));
  const odds = rows.map((row) =>
    Math.log((events[row] as number) / ((population[row] as number) - (events[row] as number))),
  );
  return {
    chiSquare,
    rising: ascent > 0,
    slopes: leaveOneOut(
      odds,
      odds.map(() => 1),
    ),
  };
}

/** Weighted least squares of the rates, each weighted by its interval. */
function slopeTest({ values, lower95, upper95 }: RecentTrendInput, rows: readonly number[]): Tested {
  const rates = rows.map((row) => values?.[row] as number);
  const variances = rows.map((row) => (((upper95?.[row] as number) - (lower95?.[row] as number)) / 3.92) ** 2);
  const slopes = leaveOneOut(rates, variances);
  const { w, wt, wtt } = sumsWithout(0, rates, variances);
  const error = Math.sqrt(w / (w * wtt - wt ** 2));
  const slope = slopes[0] as number;
  return { chiSquare: (slope / error) ** 2, rising: slope > 0, slopes };
}

/** Slope over the places 1, 2, 3, … of all values, then of all but the first, all but the second, … */
function leaveOneOut(values: readonly number[], variances: readonly number[]): number[] {
  return Array.from({ length: values.length + 1 }, (_, left) => {
    const { w, wt, wv, wtv, wtt } = sumsWithout(left, values, variances);
    return (w * wtv - wt * wv) / (w * wtt - wt ** 2);
  });
}

// Uncentred sums in this order give a slope of 0 the sign that the reference gives it.
function sumsWithout(left: number, values: readonly number[], variances: readonly number[]) {
  const sums = { w: 0, wt: 0, wv: 0, wtv: 0, wtt: 0 };
  values.forEach((value, i) => {
    const t = i + 1;
    if (t === left) return;
    const variance = variances[i] as number;
    sums.w += 1 / variance;
    sums.wtv += (value * t) / variance;
    sums.wt += t / variance;
    sums.wv += value / variance;
    sums.wtt += t ** 2 / variance;
  });
  return sums;
}
