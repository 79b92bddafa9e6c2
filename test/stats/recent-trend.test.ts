import { describe, expect, test } from "vitest";
import { recentTrend } from "../../src/stats/recent-trend.ts";

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

  test("sees no change where no year has an event, and refuses where every case has it", () => {
    const none = recentTrend({ years, population, events: years.map(() => 0), method: "proportion" });
    expect(none).toMatchObject({ trend: "no_change", significant: false, chiSquare: null, reason: null });
    expect(recentTrend({ years, population, events: population, method: "proportion" }).reason).toBe("no_variation");
  });
});
