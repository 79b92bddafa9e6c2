import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHARTS, type Chart, type ChartName } from "../../src/charts/registry.ts";
import { toHtml } from "../../src/export/html.node.ts";
import { launchBrowser, offlinePage } from "../browser.ts";
import { marksOf } from "../charts/marks-of.ts";
import { SAMPLES } from "../charts/samples.ts";

const NAMES = Object.keys(CHARTS) as ChartName[];
const figures = NAMES.map((name) => (CHARTS[name] as Chart)(SAMPLES[name]));
const folder = mkdtempSync(path.join(tmpdir(), "comparanda-"));
const address = pathToFileURL(path.join(folder, "page.html")).href;
let browser: Browser | null = null;

beforeAll(async () => {
  const page = { title: "各图", language: "zh-CN", sections: [{ heading: "图", figures }] } as const;
  writeFileSync(path.join(folder, "page.html"), await toHtml(page));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const lively = "html[data-charts=live]";

describe("a page from disk in a browser without a net", () => {
  test("shows every mark of every chart, asks for nothing and complains of nothing", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page, requests, complaints } = await offlinePage(browser);
    await page.goto(address);
    await page.waitForSelector(lively, { state: "attached", timeout: 20_000 });
    for (const [i, description] of figures.entries()) {
      const dots = page.locator(`#figure-1-${i + 1} .live [class*="_dot_marks"] path`);
      expect(await dots.count()).toBe(marksOf(description, "dot").length);
    }
    expect(await page.locator(".static").count()).toBe(0);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect((await page.screenshot({ fullPage: true })).length).toBeGreaterThan(50_000);
    await page.context().close();
  });

  test("shows the evidence of a mark under the pointer", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page } = await offlinePage(browser);
    await page.goto(address);
    await page.waitForSelector(lively, { state: "attached", timeout: 20_000 });
    await page.locator('#figure-1-1 .live [class*="_dot_marks"] path').first().hover();
    await page.waitForSelector("#vg-tooltip-element.visible");
    expect(await page.locator("#vg-tooltip-element").textContent()).toContain("盐津县2021年报告");
    await page.context().close();
  });

  test("shows all pictures and selectable text without scripts, in its own font", async (context) => {
    if (browser === null) return context.skip("no browser");
    const own = await browser.newContext({ javaScriptEnabled: false });
    const page = await own.newPage();
    await page.goto(address);
    for (const [i, description] of figures.entries()) {
      const picture = page.locator(`#figure-1-${i + 1} .static svg`);
      expect(await picture.locator(".dot [data-key]").count()).toBe(marksOf(description, "dot").length);
      expect(await picture.locator("text.title").first().textContent()).toBe(description.title);
    }
    await own.close();
  });

  test("has no barrier that axe finds, with live charts and details open", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page } = await offlinePage(browser);
    await page.goto(address);
    await page.waitForSelector(lively, { state: "attached", timeout: 20_000 });
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(found).toEqual([]);
    await page.context().close();
  });

  test("keeps pictures within a narrow window", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page } = await offlinePage(browser);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(address);
    await page.waitForSelector(lively, { state: "attached", timeout: 20_000 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(400);
    await page.context().close();
  });
});
