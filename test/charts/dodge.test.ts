import fc from "fast-check";
import { expect, test } from "vitest";
import { dodge } from "../../src/charts/dodge.ts";

const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 15 });

test("dodge keeps all middles apart, within the space, in the order of their places", () => {
  fc.assert(
    fc.property(places, (wanted) => {
      const middles = dodge(wanted, 17, 0, 300);
      const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number) || a - b);
      const sorted = order.map((i) => middles[i] as number);
      for (let i = 1; i < sorted.length; i += 1)
        expect((sorted[i] as number) - (sorted[i - 1] as number)).toBeGreaterThanOrEqual(17 - 1e-9);
      expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(sorted.at(-1)).toBeLessThanOrEqual(300 + 1e-9);
    }),
  );
});

test("dodge moves nothing that is apart already", () => {
  expect(dodge([10, 100, 50], 17, 0, 300)).toEqual([10, 100, 50]);
});

test("dodge starts at the beginning where there is not room for all", () => {
  expect(dodge([5, 5, 5], 10, 0, 12)).toEqual([0, 10, 20]);
});
