import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { extractFolder } from "../../src/recipes/extract-folder.node.ts";
import { reviewFolder } from "../../src/recipes/review-folder.node.ts";
import { type ReviewServer, serveReview } from "../../src/recipes/review-server.node.ts";
import { launchBrowser } from "../browser.ts";
import { extractedFolder } from "./extracted-folder.ts";

let browser: Browser | null = null;
let made: Awaited<ReturnType<typeof extractedFolder>>;
let server: ReviewServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  made = await extractedFolder();
  server = await serveReview(await reviewFolder(made.out, { language: "zh-CN", who: "张三" }), "zh-CN");
});
afterEach(async () => {
  await server.close();
  await made.remove();
});

/** A page, what it asked of other places, and what it complained about. */
async function openPage(
  own: Browser,
  url = server.url,
): Promise<{ page: Page; strange: string[]; complaints: string[] }> {
  const context = await own.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  const strange: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) strange.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, strange, complaints };
}

const ready = "html[data-review=ready]";
const chosen = "#figures li[aria-selected=true]";
const decisions = async () =>
  (await readFile(join(made.out, "decisions.jsonl"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("the review page in a browser", () => {
  test("shows the report with its figures marked, runs nothing of its text and asks nobody else", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page, strange, complaints } = await openPage(browser);
    await page.waitForSelector(ready);
    await page.selectOption("#reports", "yanjin-2021");
    await page.waitForSelector("mark >> text=48.74%");
    const text = await readFile(join(made.out, "reports", "yanjin-2021.txt"), "utf8");
    expect(await page.locator("#text").evaluate((element) => element.textContent)).toBe(text);
    expect(await page.locator("#text img").count()).toBe(0);
    expect(await page.title()).toBe("复核 · comparanda");
    const marked = await page.locator("#text mark[data-figures]").allTextContents();
    expect(marked).toEqual(expect.arrayContaining(["15件", "11件", "129件", "48.74%"]));
    expect(await page.locator("mark.now").count()).toBe(1);
    expect(strange).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("shows first what other figures contradict, with the reckoning", async (context) => {
    if (browser === null) return context.skip("no browser");
    const text =
      "盐津县2021年法治政府建设情况报告\n全县收到行政复议申请15件，受理11件。审结一审行政应诉案件50件，败诉10件，败诉率25%。";
    const own = await extractedFolder({ "a.txt": text });
    const served = await serveReview(await reviewFolder(own.out, { language: "zh-CN", who: "张三" }), "zh-CN");
    const { page, complaints } = await openPage(browser, served.url);
    await page.waitForSelector(ready);
    expect(await page.locator("#figures li").first().locator(".audit.contradicted").textContent()).toBe(
      "矛盾：10 / 50 = 20.00 ≠ 25",
    );
    expect(complaints.filter((one) => !one.includes(served.url))).toEqual([]);
    await page.context().close();
    await served.close();
    await own.remove();
  });

  test("takes decisions by keys, keeps them over a reload, and the next extract applies them", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page, complaints } = await openPage(browser, `${server.url}#yanjin-2021`);
    await page.waitForSelector(ready);
    const name = (nth: number) => page.locator("#figures li .name").nth(nth).textContent();
    const figures = await page.locator("#figures li").count();
    expect(figures).toBeGreaterThanOrEqual(5);
    const first = await name(0);

    // k does not leave the list; j goes down, k goes up.
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    expect(await page.locator(`${chosen} .name`).textContent()).toBe(await name(1));
    await page.keyboard.press("k");
    await page.keyboard.press("w");
    await page.keyboard.type("这是目标，不是结果 <b>");
    await page.keyboard.press("Enter");
    await page.keyboard.press("r");
    await page.waitForSelector("#figures li:nth-child(1) .state >> text=已退回");
    expect(await name(0)).toBe(first);

    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    await page.fill("dialog input[name=value]", "777");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#figures li:nth-child(2) .state >> text=已修改");
    expect(await name(1)).toContain("777");
    await page.keyboard.press("a");
    await page.waitForSelector("#figures li:nth-child(3) .state >> text=已采纳");
    await page.keyboard.press("a");
    await page.waitForSelector("#figures li:nth-child(4) .state >> text=已采纳");
    // Back to the fourth, and take it back.
    await page.keyboard.press("k");
    await page.keyboard.press("u");
    await page.waitForSelector("#figures li:nth-child(4) .state >> text=已采纳", { state: "detached" });

    await page.reload();
    await page.waitForSelector(ready);
    const states = await page.locator("#figures .state").allTextContents();
    expect(states.filter((state) => state.startsWith("已"))).toEqual(["已退回", "已修改", "已采纳"]);
    expect(complaints).toEqual([]);
    await page.context().close();

    const lines = await decisions();
    expect(lines.map(({ action }) => action)).toEqual(["reject", "edit", "accept", "accept", "clear"]);
    expect(lines[0]).toMatchObject({ who: "张三", why: "这是目标，不是结果 <b>", new: null });
    expect(lines[1]).toMatchObject({ new: { value: 777 }, why: null });
    expect(Number.isNaN(Date.parse(String(lines[0]?.when)))).toBe(false);

    await extractFolder([made.input], made.out);
    const evidence = await readFile(join(made.out, "evidence.csv"), "utf8");
    const rejected = evidence.split("\n").find((line) => line.startsWith(String(lines[0]?.cell))) as string;
    expect(rejected).toContain("set_aside,rejected");
    const edited = evidence.split("\n").find((line) => line.startsWith(String(lines[1]?.cell))) as string;
    expect(edited).toContain(",777,");
    expect(edited).toContain("edit,张三");
    expect(await decisions()).toEqual(lines);
  });

  test("goes on to the next report by its key, and says in the form what is wrong", async (context) => {
    if (browser === null) return context.skip("no browser");
    const { page } = await openPage(browser);
    await page.waitForSelector(ready);
    const before = await page.locator("#reports").inputValue();
    await page.keyboard.press("n");
    await page.waitForFunction((id) => (document.querySelector("#reports") as HTMLSelectElement).value !== id, before);
    await page.keyboard.press("p");
    await page.waitForFunction((id) => (document.querySelector("#reports") as HTMLSelectElement).value === id, before);
    await page.keyboard.press("e");
    await page.fill("dialog input[name=indicator]", "no_such_indicator");
    await page.keyboard.press("Enter");
    expect(await page.locator("dialog [role=alert]").textContent()).toContain("指标");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog[open]", { state: "detached" });
    await expect(decisions()).rejects.toThrow("ENOENT");
    await page.context().close();
  });

  test("a wrong token opens nothing", async (context) => {
    if (browser === null) return context.skip("no browser");
    const own = await browser.newContext();
    const page = await own.newPage();
    const wrong = server.url.replace(/\/[^/]+\/$/, "/wrong/");
    expect((await page.goto(wrong))?.status()).toBe(403);
    expect(await page.locator("body").textContent()).toBe("403");
    await own.close();
  });
});
