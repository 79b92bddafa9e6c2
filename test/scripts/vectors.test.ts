import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { differences } from "../../scripts/vectors/difference.ts";
import { runVectors } from "../../scripts/vectors/run.ts";

const folder = mkdtempSync(join(tmpdir(), "vectors-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes one case as a file of its family and runs it. */
function run(family: string, vector: object) {
  const cases = [{ id: "one", input: {}, args: {}, expected: {}, tolerance: 0, ...vector }];
  writeFileSync(join(folder, "family.json"), JSON.stringify({ family, cases }));
  return runVectors(folder)[0]?.cases[0];
}

const keys = (expected: object, got: object, tolerance = 0) =>
  differences({ ...expected }, { ...got }, tolerance).map(({ key }) => key);

describe("a reference case", () => {
  test("passes within its tolerance and fails beyond it", () => {
    expect(keys({ y: 100 }, { y: 100.4 }, 0.01)).toEqual([]);
    expect(keys({ y: 100 }, { y: 101.1 }, 0.01)).toEqual(["y"]);
    expect(keys({ y: [1, 2] }, { y: [1] })).toEqual(["y"]);
    expect(keys({ y: { slope: 1 } }, { y: { slope: 2 } })).toEqual(["y"]);
    expect(keys({ y: "Better" }, { y: "Worse" })).toEqual(["y"]);
  });

  test("takes any explicit missing value for an undefined result, but no number and no absent key", () => {
    for (const wanted of [null, Number.POSITIVE_INFINITY]) {
      expect(keys({ y: wanted }, { y: null })).toEqual([]);
      expect(keys({ y: wanted }, { y: 0 })).toEqual(["y"]);
      expect(keys({ y: wanted }, {})).toEqual(["y"]);
    }
    expect(keys({ y: 0 }, { y: null })).toEqual(["y"]);
  });

  test("fails where the answer is the wrong one of a known bug", () => {
    expect(keys({ not_speed_old: 3 }, { speed: 3 })).toEqual(["not_speed_old"]);
    expect(keys({ not_speed_old: 3 }, { speed: 4 })).toEqual([]);
    expect(keys({ not_old_speed: 3 }, { speed: 3, p: 1 })).toEqual(["not_old_speed"]);
    expect(keys({ not_old_speed: 3 }, { speed: 4, p: 3 })).toEqual([]);
    expect(keys({ not_the_bug: 3 }, { speed: 4, p: 3 })).toEqual(["not_the_bug"]);
    expect(keys({ not_the_bug: 3 }, { speed: 4, p: 1 })).toEqual([]);
  });

  test("accepts any bound of a range", () => {
    const expected = { lower: [2], lower_max: [4], upper: [9], upper_min: [7] };
    expect(keys(expected, { lower: [3], upper: [8] })).toEqual([]);
    expect(keys(expected, { lower: [1], upper: [8] })).toEqual(["lower"]);
    expect(keys(expected, { lower: [4], upper: [6] })).toEqual(["upper"]);
  });

  test("that expects an error fails on a plausible number and passes on a refusal", () => {
    const expected = { error: true };
    expect(run("proportion_ci", { input: { x: 2, n: 4 }, expected })?.state).toBe("failed");
    expect(run("proportion_ci", { input: { x: 5, n: 4 }, expected })?.state).toBe("passed");
    expect(run("proportion_ci", { input: { x: 0, n: 0 }, expected })?.state).toBe("passed");
  });

  test("that expects an error takes numbers only beside a missing one with its reason", () => {
    const expected = { error: true };
    const treat = (x: number[]) => run("treat", { input: { x }, args: { method: "skew_kurt" }, expected })?.state;
    expect([treat([1, 2, 60]), treat([1, 2, 3, 60])]).toEqual(["passed", "failed"]);
  });

  test("without input or answer fails, and null arguments are none", () => {
    expect(run("normalise", { input: undefined })?.state).toBe("failed");
    expect(run("normalise", { expected: null })?.state).toBe("failed");
    expect(run("proportion_ci", { input: { x: 1, n: 2 }, args: null, expected: { value: 0.5 } })?.state).toBe("passed");
  });

  test("that expects numbers fails on a refusal", () => {
    expect(run("proportion_ci", { input: { x: 5, n: 4 }, expected: { value: 1.25 } })?.state).toBe("failed");
  });

  test("of an unknown family or method is not implemented", () => {
    expect(run("astrology", {})?.state).toBe("not implemented");
    expect(run("normalise", { input: { x: [1] }, args: { method: "n_moon" } })?.state).toBe("not implemented");
  });
});

describe("npm run vectors", () => {
  const vectors = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/vectors.ts", ...args], { encoding: "utf8" });

  test("prints a line per family, a total, and fails where a case fails", () => {
    run("yoy_cagr_index", { input: { year: [1, 2], value: [4, 5] }, args: { method: "cagr" }, expected: { y: 0.5 } });
    const { status, stdout } = vectors(folder);
    expect(stdout).toContain("yoy_cagr_index: 0 passed, 1 failed, 0 not implemented");
    expect(stdout).toContain("one y: expected 0.5, got 0.25");
    expect(stdout.trimEnd().endsWith("total: 0 passed, 1 failed, 0 not implemented")).toBe(true);
    expect(status).toBe(1);
  });

  test("says in one line what is wrong with a file, and runs the others", () => {
    run("proportion_ci", { input: { x: 1, n: 2 }, expected: { value: 0.5 } });
    writeFileSync(join(folder, "cut.json"), '{"family": "dsr", "cases": [');
    writeFileSync(join(folder, "list.json"), "[]");
    const { status, stdout, stderr } = vectors(folder);
    rmSync(join(folder, "cut.json"));
    rmSync(join(folder, "list.json"));
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^vectors: cut\.json: invalid JSON: /),
      "vectors: list.json: missing family or cases; expected one family of vectors",
    ]);
    expect(stdout).toContain("total: 1 passed, 0 failed, 0 not implemented");
    expect(status).toBe(1);
  });

  test("says in one line that a folder is missing", () => {
    const { status, stderr } = vectors("no/such/folder");
    expect(stderr.trim()).toBe(
      'vectors: missing folder "no/such/folder"; expected a folder of reference vectors (*.json)',
    );
    expect(status).toBe(1);
  });
});
