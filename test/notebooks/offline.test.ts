import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNotebook } from "../../scripts/notebooks/build-notebook.ts";
import { compareRegions, loadPanel, type Panel, rowsOf } from "../../src/node.ts";
import { launchBrowser, offlinePage } from "../browser.ts";

const notebooks = readdirSync(path.resolve("notebooks")).filter((file) => file.endsWith(".html"));
const folder = mkdtempSync(path.join(tmpdir(), "notebooks-"));
type Visit = Awaited<ReturnType<typeof offlinePage>>;
const visits = new Map<string, Visit>();

/** A machine that has no Chinese font: what a page shows in Chinese, it must bring along. */
function withoutChineseFonts(): string {
  const file = path.join(folder, "fonts.conf");
  const places = `<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${path.join(folder, "fonts")}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>`,
  );
  return file;
}

/** Fonts that draw the text directly inside the elements a selector names, with the number of glyphs of each. */
async function fontsOf(page: Page, selector: string): Promise<{ name: string; own: boolean; glyphs: number }[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const used = await Promise.all(nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })));
  await session.detach();
  return used.flatMap(({ fonts }) =>
    fonts.map((font) => ({ name: font.familyName, own: font.isCustomFont, glyphs: font.glyphCount })),
  );
}

const chosen = (page: Page, label: string) =>
  page.getByLabel(label).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? "");

/** Codes of the regions with a dot in a chart, in the page's order. */
const dotted = (page: Page, chart: string) =>
  page.$$eval(`svg.${chart} .dot [data-key]`, (dots) => dots.map((dot) => dot.getAttribute("data-key")?.split(" ")[0]));

/** Codes the library gives a figure, for what the page has chosen. */
async function expected(page: Page, panel: Panel): Promise<string[]> {
  const name = await chosen(page, "Indicator");
  const indicator = [...panel.indicators.values()].find((one) => name === `${one.name_zh} ${one.name_en}`);
  const [year, level] = [Number(await chosen(page, "Year")), (await chosen(page, "Level")).split(" ").at(-1) as string];
  const scope = (await chosen(page, "Within")).split(" ").at(-1) as string;
  const within = scope === "all" ? {} : { within: scope };
  const per = (await page.getByLabel("100,000").isChecked()) ? { per: 100_000 } : {};
  const rows = rowsOf(compareRegions(panel, { indicator: indicator?.id ?? name, year, level, ...within, ...per }));
  return rows.filter((row) => row.value !== null).map((row) => String(row.region));
}

process.env.FONTCONFIG_FILE = withoutChineseFonts();
const browser: Browser | null = await launchBrowser();

/** A page works while the machine is busy with other tests, only later. */
const PATIENCE = { timeout: 20_000 };

describe.skipIf(browser === null)("a built notebook", () => {
  beforeAll(async () => {
    for (const file of notebooks) {
      const visit = await offlinePage(browser as Browser);
      await visit.page.goto(pathToFileURL(await buildNotebook(file, folder)).href);
      await visit.page.waitForSelector(".vega-embed svg .role-mark");
      visits.set(file, visit);
    }
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const visitTo = (file: string) => visits.get(file) as Visit;

  it.each(notebooks)("%s opens from disk without the network and without complaints", async (file) => {
    const { page, requests, complaints } = visitTo(file);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it("draws the regions that are followed", async () => {
    const { page } = visitTo("compare-regions.html");
    const regions = page.locator("select[multiple]");
    const labels = (await regions.locator("option").allTextContents()).slice(0, 2);
    await regions.selectOption(labels.map((label) => ({ label })));
    await expect.poll(async () => new Set(await dotted(page, "trend-lines")).size, PATIENCE).toBe(2);
  });

  it("shows a dot for each region with a figure, in Plot and in Vega-Lite, whatever is chosen", async () => {
    const panel = await loadPanel("data");
    const { page, complaints } = visitTo("compare-regions.html");
    const select = page.getByLabel("Indicator");
    const options = await select.evaluate((element) => (element as HTMLSelectElement).options.length);
    expect(options).toBeGreaterThan(1);
    const title = page.locator("svg.ranked-dots > title");
    const titles = new Set<string | null>();
    for (let option = 0; option < options; option += 1) {
      await select.selectOption({ index: option });
      const [name] = (await chosen(page, "Indicator")).split(" ");
      await expect.poll(() => title.textContent(), PATIENCE).toContain(name);
      const regions = (await expected(page, panel)).sort();
      expect(regions.length).toBeGreaterThanOrEqual(3);
      await expect.poll(async () => (await dotted(page, "ranked-dots")).sort(), PATIENCE).toEqual(regions);
      const live = page.locator(".vega-embed [class*=_dot_marks] path");
      await expect.poll(() => live.count(), PATIENCE).toBe(regions.length);
      titles.add(await title.textContent());
    }
    expect(titles.size).toBe(options);
    expect(complaints).toEqual([]);
  }, 120_000);

  // Last, because asking for fonts makes the browser complain about its own look into the page.
  it.each(notebooks)("%s draws all Chinese text with its own font on a machine that has none", async (file) => {
    const fonts = await fontsOf(visitTo(file).page, "h1, h2, p, label, select, th, svg.comparanda");
    expect(fonts.reduce((sum, font) => sum + font.glyphs, 0)).toBeGreaterThan(500);
    expect(fonts.filter((font) => !font.own && font.name !== "DejaVu Sans Mono")).toEqual([]);
  });
});
