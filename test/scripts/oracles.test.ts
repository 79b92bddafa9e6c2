import { describe, expect, test } from "vitest";
import { adapters } from "../../scripts/vectors/adapters.ts";
import { runVectors } from "../../scripts/vectors/run.ts";

describe.each(["test/oracles", "test/oracles/public"])("the cases of %s", (folder) => {
  const families = runVectors(folder);

  test("cover every family that has an adapter", () => {
    expect(families.map(({ family }) => family).sort()).toEqual(Object.keys(adapters).sort());
  });

  test.each(families.map(({ family, cases }) => ({ family, cases })))("are met by $family", ({ cases }) => {
    expect(cases.length).toBeGreaterThan(folder.endsWith("public") ? 1 : 7);
    expect(cases.filter(({ state }) => state !== "passed")).toEqual([]);
  });
});
