import type { Extracted, SetAside } from "./extraction.ts";

/** Equal counts from here on are one count under two names: 受理 and 收案 of the same total. */
const RESTATED = 1000;

export interface Settled {
  readonly observations: Extracted[];
  readonly statements: Extracted[];
  readonly needsReview: Extracted[];
  readonly setAside: SetAside[];
}

/**
 * Which of these figures stand, which contradict each other, and which repeat what was said?
 *
 * @remarks
 * The surer figure stands, among equals the one that others round, then the one read first. A second value for the same indicator,
 * year, period, place and body goes to review; the same value again is set aside.
 *
 * @param figures - in the order in which they are to be believed
 * @param threshold - a figure below this confidence goes to review
 */
export function settle(figures: readonly Extracted[], threshold: number): Settled {
  const settled: Settled = { observations: [], statements: [], needsReview: [], setAside: [] };
  const standing = new Map<string, Extracted[]>();
  const totals = new Map<string, number>();
  const rounds = roundsIn(figures);
  const order = (one: Extracted): number => sureness(one) - (rounds.has(one) ? 1 : 0);
  for (const one of [...figures].sort((a, b) => order(b) - order(a))) {
    if (one.kind !== "observation" && one.kind !== "derived") {
      settled.statements.push(one);
      continue;
    }
    const cell = cellOf(one);
    const total = `${one.value}|${one.indicator.split("_", 1)[0]}|${one.year}|${one.period}|${one.region ?? one.place}`;
    const before = standing.get(cell) ?? [];
    // Sums of several years may be of different ones: 六年来312万件, 每年50万件.
    const twin = before.find((other) =>
      other.period === one.period
        ? other.value === one.value || (other.body === one.body && !one.several_years) || isRounded(one, other)
        : isSaidAgain(one, other),
    );
    const isRestated = one.value >= RESTATED && (totals.get(total) ?? one.start) !== one.start;
    if (twin || isRestated) {
      const isSame = !twin || twin.value === one.value || isRounded(one, twin);
      const { as_written, start, end } = one;
      settled.setAside.push({ reason: isSame ? "repeated" : "conflicting", as_written, start, end });
      if (!isSame && one.confidence >= threshold) settled.needsReview.push(one);
    } else if (one.confidence < threshold || (one.place !== null && one.region === null)) settled.needsReview.push(one);
    else {
      standing.set(cell, [...before, one]);
      totals.set(total, one.start);
      settled.observations.push(one);
    }
  }
  for (const list of Object.values(settled) as { start: number }[][]) list.sort((a, b) => a.start - b.start);
  return settled;
}

const ROUNDED = 0.1;

/** 超3万件 of a title is 30862件 of the text. */
const isRounded = (one: Extracted, exact: Pick<Extracted, "value">): boolean =>
  one.qualifier !== "exact" &&
  one.unit !== "percent" &&
  Math.abs(exact.value - one.value) <= ROUNDED * Math.abs(exact.value);

/** A count from here on is hardly the same by chance for a year and a part of it. */
const TELLING = 20;

/** 从3月份起…达61件。此次共清理61件: the same count with and without the months in which it was counted. */
const isSaidAgain = (one: Extracted, other: Extracted): boolean =>
  one.value === other.value &&
  one.unit !== "percent" &&
  one.value >= TELLING &&
  (one.period === null || other.period === null);

const cellOf = (one: Extracted): string => [one.indicator, one.year, one.region ?? one.place].join("|");

/** The figures that only bound or round one said exactly elsewhere: 突破1000件, 达1206件. */
function roundsIn(figures: readonly Extracted[]): ReadonlySet<Extracted> {
  const inexact = figures.filter(({ qualifier }) => qualifier !== "exact");
  const cells = new Set(inexact.map(cellOf));
  const exact = figures.filter((one) => one.qualifier === "exact" && cells.has(cellOf(one)));
  const allows = (one: Extracted, { value, period }: Extracted): boolean =>
    period === one.period &&
    (isRounded(one, { value }) || ((one.lower ?? value) <= value && value <= (one.upper ?? value)));
  return new Set(inexact.filter((one) => exact.some((other) => cellOf(other) === cellOf(one) && allows(one, other))));
}

/** In steps, so that small differences do not overrule the order of the text. */
const sureness = (one: Extracted): number => Math.floor(one.confidence * 5);
