import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Description } from "../../src/charts/spec.ts";
import { rowsOf } from "../../src/model/table.ts";
import { type BriefingAccount, writeBriefing } from "../../src/recipes/write-briefing.node.ts";
import { launchBrowser, offlinePage } from "../browser.ts";

// A briefing is the work of a whole command, and the machine may be busy.
vi.setConfig({ testTimeout: 180_000 });

let place: string;
let account: BriefingAccount;
let browser: Browser | null;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "briefing-"));
  account = await writeBriefing("data", join(place, "out"));
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(place, { recursive: true });
});

const marksOf = ({ panels }: Description, kind: "dot" | "interval") =>
  panels.flatMap((panel) => panel.marks).reduce((sum, mark) => sum + (mark.kind === kind ? mark.rows.length : 0), 0);

test("the briefing shows what it has to", () => {
  expect(account.figures.map((figure) => [figure.id, figure.description.chart])).toEqual([
    ["reconsideration-accepted-2019", "ranked-dots"],
    ["litigation-loss-rate-trend", "trend-lines"],
    ["yunnan-reconsideration-2013-2014", "slope"],
    ["five-regions", "side-by-side"],
  ]);
  const [ranking, trend, slope, five] = account.figures.map((figure) => rowsOf(figure.table));
  expect(ranking?.filter((row) => row.rank !== null)).toHaveLength(31);
  expect(trend?.filter((row) => row.value !== null).map((row) => `${row.name} ${row.year}`)).toEqual([
    ...[2018, 2019, 2020, 2021, 2022].map((year) => `山东省 ${year}`),
    ...[2020, 2021, 2022].map((year) => `合肥市 ${year}`),
  ]);
  expect(new Set(slope?.map((row) => row.region)).size).toBe(16);
  expect(new Set(five?.map((row) => `${row.name} ${row.year}`))).toEqual(
    new Set(["锡林郭勒盟 2022", "元宝山区 2023", "巴南区 2023", "伊春市 2023", "盐津县 2021"]),
  );
  expect(five?.find((row) => row.as_written === "98%以上")).toMatchObject({ value: 98, lower: 98, upper: 100 });
});

test("every figure comes as SVG and PNG, every table behind one as CSV with its metadata, and findings beside them", async () => {
  const expected = account.figures.flatMap(({ id }) => ["csv", "json", "png", "svg"].map((type) => `${id}.${type}`));
  const names = await readdir(account.folder);
  expect(names.sort()).toEqual([...expected, "comparanda.json", "findings.csv", "index.html"].sort());
  for (const { id, table } of account.figures) {
    const lines = (await readFile(join(account.folder, `${id}.csv`), "utf8")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(table.numRows() + 1);
    const metadata = JSON.parse(await readFile(join(account.folder, `${id}.json`), "utf8")) as {
      columns: { name: string }[];
    };
    expect(metadata.columns.map((column) => column.name)).toEqual(table.columnNames());
  }
});

test("the page opens from disk without a net, and draws as many marks as there are rows", async (context) => {
  if (browser === null) return context.skip();
  const { page, requests, complaints } = await offlinePage(browser);
  await page.goto(pathToFileURL(join(account.folder, "index.html")).href);
  await page.locator("figure .vega-embed svg").nth(3).waitFor();
  const figures = await page.$$eval("figure", (all) =>
    all.map((figure) => {
      const groups = (names: readonly string[]) =>
        names.map((name) => `.vega-embed g[class*="_${name}_marks"] > :is(path, line)`).join(", ");
      const count = (...names: string[]) => figure.querySelectorAll(groups(names)).length;
      return {
        dots: count("dot"),
        // An interval with an open end is drawn by a layer of its own.
        intervals: count("interval", "interval_open"),
        texts: [...figure.querySelectorAll("svg text")].map((text) => text.textContent),
      };
    }),
  );
  expect(figures).toHaveLength(4);
  account.figures.forEach(({ description }, i) => {
    expect(figures[i]?.dots, description.title).toBe(marksOf(description, "dot"));
    expect(figures[i]?.intervals, description.title).toBe(marksOf(description, "interval"));
    expect(figures[i]?.texts.join("")).toContain(description.source.slice(0, 8));
  });
  const screenshot = await page.screenshot({ fullPage: true });
  expect(screenshot.byteLength).toBeGreaterThan(50_000);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

test("without scripts the pictures stand in the page all the same", async (context) => {
  if (browser === null) return context.skip();
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(pathToFileURL(join(account.folder, "index.html")).href);
  expect(await page.locator("figure .static svg").count()).toBe(4);
  expect(await page.locator("figure .static").first().isVisible()).toBe(true);
  await page.close();
});

test("a package without a plan shows what it covers best, in English as well", async () => {
  const folder = join(place, "plain");
  await cp("data", folder, { recursive: true });
  await rm(join(folder, "brief.json"));
  const plain = await writeBriefing(folder, join(place, "plain-out"), { language: "en" });
  expect(plain.figures.length).toBeGreaterThan(3);
  expect(plain.figures[0]?.description.language).toBe("en");
});

test("a plan that does not hold is refused by the place in it, and nothing is written", async () => {
  const folder = join(place, "broken");
  await cp("data", folder, { recursive: true });
  const plan = await readFile(join(folder, "brief.json"), "utf8");
  await writeFile(join(folder, "brief.json"), plan.replace('"rankedDots"', '"pie"'));
  const target = join(place, "broken-out");
  await expect(writeBriefing(folder, target)).rejects.toMatchObject({ code: "file.unreadable" });
  await writeFile(join(folder, "brief.json"), plan.replace('"reconsideration_accepted"', '"reconsideration_acepted"'));
  await expect(writeBriefing(folder, target)).rejects.toMatchObject({ code: "indicator.unknown" });
  expect((await readdir(place)).filter((name) => name.includes("broken-out"))).toEqual([]);
});
