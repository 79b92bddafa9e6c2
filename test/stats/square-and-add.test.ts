import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceInterval, type Estimate, ratioInterval } from "../../src/stats/square-and-add.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";

const proportion = (events: number, n: number): Estimate => {
  const { lower, upper } = wilsonInterval(events, n);
  return { value: events / n, lower: lower as number, upper: upper as number };
};

// Newcombe (1998), Stat. Med. 17:873–890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("%i/%i − %i/%i lies between the limits Newcombe prints", (a, m, b, n, lower, upper) => {
  const limits = differenceInterval(proportion(a, m), proportion(b, n));
  expect(limits.lower).toBeCloseTo(lower, 4);
  expect(limits.upper).toBeCloseTo(upper, 4);
});

const estimate = fc
  .tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(300))
  .map(([value, down, up]) => ({ value, lower: value * (1 - down), upper: value * (1 + up / 100) }));

test("limits surround difference and ratio, and turn round with them", () => {
  fc.assert(
    fc.property(estimate, estimate, (a, b) => {
      const difference = differenceInterval(a, b);
      expect(difference.lower).toBeLessThanOrEqual(a.value - b.value + 1e-9);
      expect(difference.upper).toBeGreaterThanOrEqual(a.value - b.value - 1e-9);
      expect(differenceInterval(b, a).lower).toBeCloseTo(-difference.upper, 9);
      const ratio = ratioInterval(a, b);
      expect(ratio.lower).toBeLessThanOrEqual((a.value / b.value) * (1 + 1e-9));
      expect(ratio.upper).toBeGreaterThanOrEqual((a.value / b.value) * (1 - 1e-9));
      expect(ratio.lower).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("an exact divisor only scales, one that may be 0 has no upper limit, and missing stays missing", () => {
  const a = { value: 20, lower: 15, upper: 26 };
  const { lower, upper } = ratioInterval(a, { value: 10, lower: 10, upper: 10 });
  expect([lower, upper]).toEqual([expect.closeTo(1.5, 9), expect.closeTo(2.6, 9)]);
  expect(ratioInterval(a, { value: 10, lower: 0, upper: 12 }).upper).toBe(Number.POSITIVE_INFINITY);
  const none = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  for (const limits of [differenceInterval(a, none), ratioInterval(a, none), ratioInterval(none, a)]) {
    expect([limits.lower, limits.upper]).toEqual([Number.NaN, Number.NaN]);
  }
});
