import { describe, expect, test } from "vitest";
import { randomFrom } from "../../src/stats/random.ts";

describe("randomFrom", () => {
  test("draws uniform and normal numbers with the right moments, the same for the same seed", () => {
    const random = randomFrom(42);
    const draws = Array.from({ length: 50_000 }, () => [random.uniform(), random.normal()] as const);
    const mean = (f: (row: readonly [number, number]) => number) =>
      draws.reduce((sum, row) => sum + f(row), 0) / draws.length;
    expect(mean(([u]) => u)).toBeCloseTo(0.5, 2);
    expect(mean(([u]) => (u - 0.5) ** 2)).toBeCloseTo(1 / 12, 2);
    expect(mean(([, z]) => z)).toBeCloseTo(0, 1);
    expect(mean(([, z]) => z * z)).toBeCloseTo(1, 1);
    expect(mean(([, z]) => z ** 4)).toBeCloseTo(3, 0);
    expect(randomFrom(42).uniform()).toBe(draws[0]?.[0]);
    expect(randomFrom(43).uniform()).not.toBe(draws[0]?.[0]);
  });
});
