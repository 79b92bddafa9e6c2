// @vitest-environment jsdom
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notebookModule } from "../../scripts/notebooks/notebook-module.ts";

const folder = resolve("notebooks");
const notebooks = readdirSync(folder).filter((file) => file.endsWith(".html"));

/** What the cells showed, in order. */
let shown: unknown[] = [];

beforeEach(async () => {
  shown = [];
  const Inputs = await import("@observablehq/inputs" as string);
  const { html } = await import("htl" as string);
  const display = (value: unknown) => {
    shown.push(value);
    return value;
  };
  vi.stubGlobal("Inputs", Inputs);
  vi.stubGlobal("html", html);
  vi.stubGlobal("width", 760);
  vi.stubGlobal("display", display);
  vi.stubGlobal("view", (input: { value: unknown }) => (display(input) as typeof input).value);
  vi.stubGlobal("FileAttachment", (path: string) => ({
    text: async () => readFileSync(join(folder, path), "utf8"),
  }));
});
afterEach(() => vi.unstubAllGlobals());

/** Runs the cells of a notebook from top to bottom, as a module beside it would run. */
async function run(file: string): Promise<readonly Element[]> {
  mkdirSync(resolve("nbcheck"), { recursive: true });
  const module = resolve("nbcheck", `${basename(file, ".html")}.ts`);
  writeFileSync(module, notebookModule(readFileSync(join(folder, file), "utf8")));
  await import(module);
  return shown.filter((value): value is Element => value instanceof Element);
}

describe("notebooks", () => {
  it("are there to be run", () => expect(notebooks.length).toBeGreaterThan(0));

  it.each(notebooks)("%s runs from top to bottom and shows its charts", async (file) => {
    const elements = await run(file);
    const charts = elements.filter((element) => element.matches("svg.comparanda"));
    expect(charts.map((chart) => chart.querySelector("title")?.textContent)).not.toContain("");
    expect(charts.length).toBeGreaterThanOrEqual(2);
    for (const chart of charts)
      expect(chart.querySelectorAll(".dot [data-key], .dot[data-key]").length).toBeGreaterThan(0);
  });

  it("have cells that are sound TypeScript", () => {
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const { status, stdout } = spawnSync(process.execPath, [tsx, "scripts/nbcheck.ts"], { encoding: "utf8" });
    expect(stdout).toBe(`nbcheck: ${notebooks.length} checked\n`);
    expect(status).toBe(0);
  });

  it.each(notebooks)("%s takes nothing from servers", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).not.toMatch(/npm:|jsr:|https?:\/\//);
  });
});
