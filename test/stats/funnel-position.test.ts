import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funnelLimits } from "../../src/stats/funnel-limits.ts";
import { funnelPosition } from "../../src/stats/funnel-position.ts";

const counted = fc.array(
  fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
  { minLength: 1, maxLength: 12 },
);

describe("funnelPosition", () => {
  test("agrees with the limits drawn for a proportion", () => {
    fc.assert(
      fc.property(counted, (rows) => {
        const [x, n] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const { benchmark, position } = funnelPosition(x, n, { statistic: "proportion" });
        const { lower95, upper95 } = funnelLimits(n, { statistic: "proportion", benchmark: benchmark as number });
        rows.forEach(([events, people], i) => {
          const rate = events / people;
          const [low, high] = [lower95[i] as number, upper95[i] as number];
          if (Math.min(Math.abs(rate - low), Math.abs(rate - high)) < 1e-9) return;
          expect(position[i] === "within").toBe(rate > low && rate < high);
        });
      }),
    );
  });

  test("judges neither missing regions nor those with too few events", () => {
    const options = { statistic: "rate" as const, minimumEvents: 10 };
    expect(funnelPosition([9, null, 12], [100, 100, 100], options).position).toEqual([null, null, "within"]);
    expect(funnelPosition([], [], { statistic: "rate" })).toEqual({ benchmark: null, position: [] });
  });
});
