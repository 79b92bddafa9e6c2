import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compoundGrowth } from "../../src/stats/compound-growth.ts";
import { indexToBase } from "../../src/stats/index-to-base.ts";
import { percentChange } from "../../src/stats/percent-change.ts";
import { yearOnYear } from "../../src/stats/year-on-year.ts";

const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 })
  .chain((years) =>
    fc.tuple(
      fc.constant(years),
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: years.length, maxLength: years.length }),
    ),
  );

describe("changes over time", () => {
  const positive = fc.integer({ min: 1, max: 1000 });

  test("compound growth carries the first value to the last", () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 40 }), (first, last, span) => {
        const growth = compoundGrowth([2000, 2000 + span], [first, last]).value as number;
        expect(first * (1 + growth) ** span).toBeCloseTo(last, 6);
      }),
    );
  });

  test("an index is 100 in its base year and keeps proportions", () => {
    const index = indexToBase([2018, 2019, 2020], [80, 40, null], 2019);
    expect(index).toEqual([200, 100, null]);
  });

  test("a change needs the calendar year before, wherever its row stands", () => {
    fc.assert(
      fc.property(series, ([years, values]) => {
        const { change } = yearOnYear(years, values);
        years.forEach((year, i) => {
          const before = years.indexOf(year - 1);
          const own = values[i];
          const base = before === -1 ? null : values[before];
          expect(change[i]).toBe(
            own === null || own === undefined || base === null || base === undefined ? null : own - base,
          );
        });
      }),
    );
  });

  test("percent change of a steady series is its step over its start", () => {
    expect(percentChange([2010, 2011, 2012, 2013], [100, 110, 120, 130], 5).value).toBeCloseTo(50, 10);
    expect(percentChange([2010, 2011], [0, 5]).reason).toBe("zero_base");
    expect(percentChange([2010, 2011], [7, 7]).value).toBe(0);
    expect(percentChange([2010], [7]).reason).toBe("few_points");
  });
});
