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
 * The surer figure stands, among equals the exact one, then the one read first. A second value for the same indicator,
 * year, period, place and body goes to review; the same value again is set aside.
 *
 * @param figures - in the order in which they are to be believed
 * @param threshold - a figure below this confidence goes to review
 */
export function settle(figures: readonly Extracted[], threshold: number): Settled {
  const settled: Settled = { observations: [], statements: [], needsReview: [], setAside: [] };
  const standing = new Map<string, Extracted[]>();
  const totals = new Map<string, number>();
  for (const one of [...figures].sort((a, b) => sureness(b) - sureness(a))) {
    if (one.kind !== "observation" && one.kind !== "derived") {
      settled.statements.push(one);
      continue;
    }
    const when = `${one.year ?? one.prior_year}|${one.period}|${one.region ?? one.place}`;
    const cell = `${one.indicator}|${when}`;
    const total = `${one.value}|${one.indicator.split("_", 1)[0]}|${when}`;
    const before = standing.get(cell) ?? [];
    // Sums of several years may be of different ones: 六年来312万件, 每年50万件.
    const twin = before.find(
      (other) => other.value === one.value || (other.body === one.body && !one.several_years) || isRounded(one, other),
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
const isRounded = (one: Extracted, exact: Extracted): boolean =>
  one.qualifier !== "exact" &&
  one.unit !== "percent" &&
  Math.abs(exact.value - one.value) <= ROUNDED * Math.abs(exact.value);

/** In steps, so that small differences do not overrule the order of the text. */
const sureness = (one: Extracted): number => Math.floor(one.confidence * 5) - (one.qualifier === "exact" ? 0 : 1);
