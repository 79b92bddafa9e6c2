import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funnelLimits } from "../../src/stats/funnel-limits.ts";
import { funnelLimitsByEvents } from "../../src/stats/funnel-limits-by-events.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("funnelLimits", () => {
  test("surround the benchmark, the wide ones around the narrow ones", () => {
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom("proportion" as const, "rate" as const),
        (benchmark, n, statistic) => {
          const { lower95, upper95, lower998, upper998 } = funnelLimits([n], { statistic, benchmark });
          const edges = [0, lower998[0], lower95[0], benchmark, upper95[0], upper998[0]] as number[];
          for (let i = 1; i < edges.length; i += 1)
            expect(edges[i]).toBeGreaterThanOrEqual((edges[i - 1] as number) - 1e-12);
          if (statistic === "proportion") expect(upper998[0]).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("a rate is a ratio of its expected events", () => {
    const rate = funnelLimits([4000], { statistic: "rate", benchmark: 0.01 });
    const ratio = funnelLimits([40], { statistic: "ratio" });
    expect(rate.upper95[0]).toBeCloseTo((ratio.upper95[0] as number) * 0.01, 14);
  });

  test("leave a missing or empty size without limits", () => {
    expect(funnelLimits([null, 0], { statistic: "ratio" }).lower95).toEqual([null, null]);
    const invalid = expect.objectContaining({ code: "number.invalid" });
    expect(() => funnelLimits([-1], { statistic: "ratio" })).toThrow(invalid);
    expect(() => funnelLimits([5], { statistic: "proportion", benchmark: 1.2 })).toThrow(invalid);
  });

  test("over observed events lie around 1 and close in with more events", () => {
    const [few, many] = [funnelLimitsByEvents(5), funnelLimitsByEvents(500)];
    expect(few.lower998).toBeLessThan(few.lower95);
    expect(few.lower95).toBeLessThan(many.lower95);
    expect(many.lower95).toBeLessThan(1);
    expect(many.upper95).toBeGreaterThan(1);
    expect(many.upper95).toBeLessThan(few.upper95);
    expect(funnelLimitsByEvents(0)).toEqual({ lower95: 0, upper95: 0, lower998: 0, upper998: 0 });
  });
});
