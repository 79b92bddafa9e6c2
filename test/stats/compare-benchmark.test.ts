import { describe, expect, test } from "vitest";
import { compareBenchmark } from "../../src/stats/compare-benchmark.ts";

describe("compareBenchmark", () => {
  const interval = { lower: 17, upper: 23 };
  const wide = { lower: 15, upper: 26 };
  const county = { value: 20, interval95: interval, interval998: wide };

  test("turns round with the polarity and speaks of height where there is none", () => {
    const verdicts = (benchmark: number) =>
      (["higher_better", "lower_better", "neutral"] as const).map(
        (polarity) => compareBenchmark({ ...county, benchmark, polarity }).verdict,
      );
    expect(verdicts(14)).toEqual(["best", "worst", "highest"]);
    expect(verdicts(16)).toEqual(["better", "worse", "higher"]);
    expect(verdicts(20)).toEqual(["similar", "similar", "similar"]);
    expect(verdicts(25)).toEqual(["worse", "better", "lower"]);
    expect(verdicts(30)).toEqual(["worst", "best", "lowest"]);
  });

  test("gives no verdict where something is missing", () => {
    const polarity = "neutral" as const;
    expect(compareBenchmark({ ...county, benchmark: null, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ ...county, value: null, benchmark: 3, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ ...county, interval998: null, benchmark: 3, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ value: 1, interval95: null, benchmark: 3, polarity }).reason).toBe("missing_value");
  });

  test("refuses an interval that is upside down", () => {
    const upside = { value: 20, interval95: { lower: 23, upper: 17 }, benchmark: 3, polarity: "neutral" as const };
    expect(() => compareBenchmark(upside)).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });
});
