import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaConvergence } from "../../src/stats/beta-convergence.ts";
import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";
import { compoundGrowth } from "../../src/stats/compound-growth.ts";
import { indexToBase } from "../../src/stats/index-to-base.ts";
import { mannKendall } from "../../src/stats/mann-kendall.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { percentChange } from "../../src/stats/percent-change.ts";
import { recentTrend } from "../../src/stats/recent-trend.ts";
import { sigmaConvergence } from "../../src/stats/sigma-convergence.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { yearOnYear } from "../../src/stats/year-on-year.ts";

const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 })
  .chain((years) =>
    fc.tuple(
      fc.constant(years),
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: years.length, maxLength: years.length }),
    ),
  );

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length;

describe("theilSen", () => {
  test("has edges that surround the slope, in either convention", () => {
    fc.assert(
      fc.property(series, fc.constantFrom("gilbert" as const, "rounded" as const), ([years, values], interval) => {
        const line = theilSen(years, values, { interval });
        expect(line.reason).toBe(known(values) < 2 ? "few_points" : null);
        if (line.reason !== null) return;
        if (line.lower !== null) expect(line.lower).toBeLessThanOrEqual(line.slope);
        if (line.upper !== null) expect(line.upper).toBeGreaterThanOrEqual(line.slope);
        expect(line.n + line.missing).toBe(years.length);
      }),
    );
  });

  test("follows scale and shift of the values, and not the order of rows", () => {
    fc.assert(
      fc.property(series, ([years, values]) => {
        const line = theilSen(years, values);
        if (line.reason !== null) return;
        const scaled = theilSen(
          years,
          values.map((value) => (value === null ? null : 4 * value + 7)),
        );
        expect(scaled.slope).toBeCloseTo(4 * line.slope, 10);
        expect(theilSen([...years].reverse(), [...values].reverse())).toEqual(line);
      }),
    );
  });

  test("is not moved by one outlying year", () => {
    const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016];
    const calm = years.map((year) => 2 * year);
    const wild = calm.map((value, i) => (i === 3 ? 1e9 : value));
    expect(theilSen(years, wild).slope).toBe(2);
  });
});

describe("mannKendall", () => {
  test("turns its sign with the values and keeps its p", () => {
    fc.assert(
      fc.property(series, ([years, values]) => {
        const own = mannKendall(years, values);
        const turned = mannKendall(
          years,
          values.map((value) => (value === null ? null : -value)),
        );
        expect(own.reason).toBe(known(values) < 2 ? "few_points" : null);
        if (own.reason !== null || turned.reason !== null) return;
        expect(turned.s).toBe(0 - own.s);
        expect(turned.p).toBeCloseTo(own.p, 12);
        expect(own.p).toBeGreaterThanOrEqual(0);
        expect(own.p).toBeLessThanOrEqual(1);
        expect(Math.abs(own.tauA)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("one-sided p-values overlap in what they share: exact ones add up to more than 1 by the middle", () => {
    const [years, values] = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
    ];
    const p = (alternative: "greater" | "less") =>
      mannKendall(years, values, { alternative, method: "exact" }).p as number;
    // P(S = 6) of five values is 9 of 120 permutations.
    expect(p("greater") + p("less")).toBeCloseTo(1 + 9 / 120, 12);
  });

  test("is exact without being asked for up to ten untied values, and says when it is not", () => {
    const steady = Array.from({ length: 11 }, (_, i) => i);
    expect(mannKendall(steady.slice(1), steady.slice(1)).method).toBe("exact");
    expect(mannKendall(steady, steady).method).toBe("normal");
    expect(mannKendall([1, 2, 3], [1, 1, 2], { method: "exact" }).method).toBe("normal");
    expect(mannKendall([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 120, 12);
  });
});

describe("olsTrend", () => {
  test("surrounds the slope, and gives the same for years counted from elsewhere", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -5000, max: 5000 }), ([years, values], shift) => {
        const line = olsTrend(years, values);
        if (line.reason !== null) return;
        const moved = olsTrend(
          years.map((year) => year + shift),
          values,
        );
        expect(moved.slope).toBeCloseTo(line.slope, 9);
        if (line.lower === null || line.upper === null) return;
        expect(line.lower).toBeLessThanOrEqual(line.slope);
        expect(line.upper).toBeGreaterThanOrEqual(line.slope);
        expect(line.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("takes points on one line up to rounding for a line", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }), (start, step) => {
        const years = [2001, 2002, 2003, 2005, 2009];
        const line = olsTrend(
          years,
          years.map((year) => start / 10 + ((year - 2001) * step) / 10),
        );
        expect([line.standardError, line.p, line.rSquared]).toEqual([0, 0, 1]);
      }),
    );
  });

  test("does not call two points certain", () => {
    expect(olsTrend([2001, 2002], [1, 2])).toMatchObject({
      slope: 1,
      df: 0,
      standardError: null,
      p: null,
      lower: null,
    });
  });

  test("refuses a confidence of 95 as the caller's mistake", () => {
    expect(() => olsTrend([1, 2, 3], [1, 2, 3], { confidence: 95 })).toThrow(
      expect.objectContaining({ code: "number.invalid" }),
    );
    expect(() => olsTrend([1, 2], [1])).toThrow(expect.objectContaining({ code: "length.conflicting" }));
  });
});

describe("cochranArmitage", () => {
  const groups = fc.array(
    fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
    { minLength: 2, maxLength: 8 },
  );

  test("is z squared, and does not depend on the scale of the scores", () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const [x, n] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const own = cochranArmitage(x, n);
        if (own.reason !== null) {
          expect(own.reason).toBe("no_variation");
          return;
        }
        const scaled = cochranArmitage(
          x,
          n,
          rows.map((_, i) => 2000 + 3 * i),
        );
        expect(own.z ** 2).toBeCloseTo(own.chiSquare, 10);
        expect(scaled.z).toBeCloseTo(own.z, 8);
        expect(scaled.slope).toBeCloseTo(own.slope / 3, 10);
      }),
    );
  });
});

describe("recentTrend", () => {
  const years = [2014, 2015, 2016, 2017, 2018];
  const population = years.map(() => 5000);
  const rising = [300, 340, 395, 430, 480];

  test("turns with the series", () => {
    const events = [...rising].reverse();
    expect(recentTrend({ years, population, events: rising, method: "proportion" }).trend).toBe("increasing");
    expect(recentTrend({ years, population, events, method: "proportion" }).trend).toBe("decreasing");
  });

  test("does not rest on one year", () => {
    const events = [320, 310, 305, 300, 600];
    expect(recentTrend({ years, population, events, method: "proportion" })).toMatchObject({
      trend: "no_change",
      significant: false,
    });
  });

  test("looks at the newest five years and says which", () => {
    const longer = recentTrend({
      years: [2013, ...years],
      population: [5000, ...population],
      events: [4000, ...rising],
      method: "proportion",
    });
    expect(longer.years).toEqual(years);
    expect(longer.trend).toBe("increasing");
  });

  test("stops at a missing year, listed or not", () => {
    const listed = recentTrend({ years, population, events: [300, 340, null, 430, 480], method: "proportion" });
    const gap = { years: [2013, 2014, 2016, 2017, 2018], population, events: rising, method: "proportion" as const };
    expect([listed.reason, recentTrend(gap).reason]).toEqual(["few_points", "few_points"]);
    expect(recentTrend({ ...gap, gaps: "ignore" }).trend).toBe("increasing");
  });

  test("needs intervals where rates are weighted by them", () => {
    expect(recentTrend({ years, population, events: rising, values: rising, method: "weighted_slope" }).reason).toBe(
      "few_points",
    );
  });
});

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

describe("convergence", () => {
  test("has no half-life where regions drift apart", () => {
    const apart = betaConvergence([10, 20, 40], [11, 24, 55], [2010, 2020]);
    expect(apart.beta).toBeGreaterThan(0);
    expect(apart.halfLife).toBeNull();
  });

  test("compares the same regions in every year", () => {
    const gaps = sigmaConvergence(
      [2000, 2001],
      [
        [10, 20, null, 40],
        [11, 21, 31, 41],
      ],
    );
    expect(gaps).toEqual({
      ...sigmaConvergence(
        [2000, 2001],
        [
          [10, 20, 40],
          [11, 21, 41],
        ],
      ),
      missing: 1,
    });
    expect(sigmaConvergence([2000], [[0, 5]]).reason).toBe("not_positive");
    expect(() => sigmaConvergence([], [])).toThrow(expect.objectContaining({ code: "argument.invalid" }));
  });
});
