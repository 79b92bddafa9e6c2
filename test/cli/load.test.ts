import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const folder = mkdtempSync(path.join(tmpdir(), "load-"));
const table = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

test("load prints its account and fails where no figure could be placed", async () => {
  const file = table("rates.csv", "region,rate\nFrance,1\nSpain,2\n");
  const { status, out, err } = await run("load", file, "--out", path.join(folder, "none"), "--lang", "en");
  expect(status).toBe(1);
  expect(out).toContain("rows 1–2 set aside, no year");
  expect(err).toContain("--year");
  expect(existsSync(path.join(folder, "none"))).toBe(false);
  expect((await run("load", file, "--year", "2020")).status).toBe(0);
});

test("load --regions matches against a list of your own and writes it into the package", async () => {
  const file = table("states.csv", "state,year,rate\nCA,2019,1\nDE,2019,2\n");
  const regions = table(
    "list.csv",
    "code,name,level,other_names\nUS-CA,California,state,CA\nUS-DE,Delaware,state,DE\n",
  );
  const out = path.join(folder, "states");
  expect((await run("load", file, "--regions", regions, "--out", out)).status).toBe(0);
  expect(readFileSync(path.join(out, "regions.csv"), "utf8")).toContain("US-CA,California,,state");
  const again = await run("load", file, "--regions", path.join(folder, "nothing.csv"), "--lang", "en");
  expect(again.status).toBe(1);
  expect(again.err).toContain("nothing.csv");
});
