import { describe, expect, test } from "vitest";
import { chartRows } from "../../src/charts/chart-row.ts";
import { asTable } from "../../src/model/table.ts";
import { sampleRow } from "./samples.ts";

const read = (more: Record<string, unknown>) => chartRows("test", [sampleRow(more)], "zh-CN")[0];

describe("chartRows", () => {
  test("reads a table as it reads its rows", () => {
    const rows = [sampleRow(), sampleRow({ region: "2", value: null, missing: "redacted" })];
    expect(chartRows("test", asTable(rows), "en")).toEqual(chartRows("test", rows, "en"));
  });

  test("needs but four columns", () => {
    const [row] = chartRows("test", [{ region: "530623", year: 2021, indicator: "loss_rate", value: 1 }], "en");
    expect(row).toMatchObject({
      name: "530623",
      indicatorName: "loss rate",
      qualifier: "exact",
      missing: null,
      body: null,
    });
  });

  test("takes a missing value without a reason for not reported", () => {
    expect(read({ value: null, missing: null })?.missing).toBe("not_reported");
    expect(read({ value: Number.NaN })?.missing).toBe("not_reported");
  });

  test("takes no notice of a reason beside a value", () => {
    expect(read({ missing: "redacted" })?.missing).toBeNull();
  });

  test("holds a number whose qualifier it does not know for inexact", () => {
    expect(read({ qualifier: "roughly" })?.qualifier).toBe("approx");
    expect(read({ qualifier: null })?.qualifier).toBe("exact");
  });

  test.each(["target", "benchmark", "change"])("refuses a %s among results", (kind) => {
    expect(() => read({ kind })).toThrowError(expect.objectContaining({ code: "argument.invalid" }) as Error);
  });

  test("refuses text where a number belongs, and quotes it", () => {
    expect(() => read({ value: "48.74%" })).toThrowError(/48.74%/);
  });

  test("refuses an indicator with two units", () => {
    const rows = [sampleRow(), sampleRow({ region: "2", unit: "case" })];
    expect(() => chartRows("test", rows, "en")).toThrowError(
      expect.objectContaining({ code: "unit.conflicting" }) as Error,
    );
  });
});
