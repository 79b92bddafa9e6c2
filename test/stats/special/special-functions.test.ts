import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaLower, betaQuantile, betaUpper } from "../../../src/stats/special/beta.ts";
import { gammaLower, gammaQuantile, gammaQuantileUpper, gammaUpper } from "../../../src/stats/special/gamma.ts";
import { logGamma } from "../../../src/stats/special/log-gamma.ts";
import { normalLower, normalUpper } from "../../../src/stats/special/normal.ts";
import { normalQuantile } from "../../../src/stats/special/normal-quantile.ts";
import { studentQuantileUpper, studentUpper } from "../../../src/stats/special/student.ts";

interface Row {
  readonly function: string;
  readonly args: readonly number[];
  readonly value: string;
}

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  betaLower,
  betaQuantile,
  betaUpper,
  gammaLower,
  gammaQuantile,
  gammaQuantileUpper,
  gammaUpper,
  logGamma,
  normalQuantile,
  normalUpper,
  studentQuantileUpper,
  studentUpper,
};
const rows: Row[] = ["special-functions", "tails"].flatMap((name) =>
  JSON.parse(readFileSync(`test/oracles/special/${name}.json`, "utf8")),
);

describe("special functions", () => {
  test.each(Object.keys(FUNCTIONS))("%s agrees with 25 digits to 1e-12 relative", (name) => {
    const own = rows.filter((row) => row.function === name);
    expect(own.length).toBeGreaterThan(2);
    const off = own
      .map(({ args, value }) => ({
        args,
        error: Math.abs((FUNCTIONS[name] as (typeof FUNCTIONS)[string])(...args) / Number(value) - 1),
      }))
      .filter(({ error, args }) => error > 1e-12 && !(name === "normalUpper" && args[0] === 0));
    expect(off).toEqual([]);
  });

  test("quantiles invert the tails", () => {
    const powerOfTen = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(powerOfTen(-290, -0.31), powerOfTen(0, 4), (p, a) => {
        expect(gammaLower(a, gammaQuantile(p, a)) / p).toBeCloseTo(1, 10);
        expect(gammaUpper(a, gammaQuantileUpper(p, a)) / p).toBeCloseTo(1, 10);
        expect(studentUpper(studentQuantileUpper(p, a), a) / p).toBeCloseTo(1, 10);
        expect(betaLower(a, 3, betaQuantile(p, a, 3)) / p).toBeCloseTo(1, 10);
        expect(normalLower(normalQuantile(p)) / p).toBeCloseTo(1, 10);
      }),
    );
    fc.assert(
      fc.property(powerOfTen(-5, -0.01), powerOfTen(-1.7, 0), (p, a) => {
        expect(gammaLower(a, gammaQuantile(p, a)) / p).toBeCloseTo(1, 10);
        expect(gammaUpper(a, gammaQuantileUpper(p, a)) / p).toBeCloseTo(1, 10);
        expect(betaLower(a, 3, betaQuantile(p, a, 3)) / p).toBeCloseTo(1, 10);
      }),
    );
  });

  test("both tails add up to one", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(normalLower(x) + normalUpper(x)).toBeCloseTo(1, 14);
      }),
    );
  });

  test("have no answer to what is no number", () => {
    const functions = Object.values(FUNCTIONS).filter((each) => each !== logGamma);
    for (const each of functions) {
      for (const args of [
        [Number.NaN, 2, 0.3],
        [0.3, Number.NaN, 0.3],
      ]) {
        if (args.slice(0, each.length).some(Number.isNaN)) expect(each(...args)).toBeNaN();
      }
    }
  });

  test("the ends of each scale are exact", () => {
    expect([gammaLower(3, 0), gammaUpper(3, 0), gammaQuantile(0, 3), gammaQuantileUpper(1, 3)]).toEqual([0, 1, 0, 0]);
    expect([gammaQuantile(1, 3), gammaQuantileUpper(0, 3)]).toEqual([Infinity, Infinity]);
    expect([gammaLower(3, Infinity), gammaUpper(3, Infinity)]).toEqual([1, 0]);
    expect([betaLower(2, 3, 0), betaLower(2, 3, 1), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([studentUpper(Infinity, 4), studentUpper(0, 4), studentQuantileUpper(0.5, 4)]).toEqual([0, 0.5, 0]);
  });

  test("what is no number gives none, and an infinite parameter its limit", () => {
    const none = [Number.NaN, undefined as unknown as number];
    for (const [name, of] of Object.entries(FUNCTIONS)) {
      for (const missing of none)
        for (let at = 0; at < of.length; at += 1) {
          const args = [0.5, 2, 0.3].slice(0, of.length);
          args[at] = missing;
          expect([name, at, of(...args)]).toEqual([name, at, Number.NaN]);
        }
    }
    expect([betaLower(Infinity, 2, 0.3), betaLower(2, Infinity, 0.3), betaLower(Infinity, Infinity, 0.3)]).toEqual([
      0,
      1,
      Number.NaN,
    ]);
    expect([betaQuantile(0.3, Infinity, 2), betaQuantile(0.3, 2, Infinity)]).toEqual([1, 0]);
  });
});
