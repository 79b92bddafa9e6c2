import { readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reviewFolder } from "../../src/recipes/review-folder.node.ts";
import { type ReviewServer, serveReview } from "../../src/recipes/review-server.node.ts";
import type { ReviewOverview, ReviewReport } from "../../src/review/review-types.ts";
import { extractedFolder } from "./extracted-folder.ts";

let made: Awaited<ReturnType<typeof extractedFolder>>;
let server: ReviewServer;

beforeAll(async () => {
  made = await extractedFolder();
  const now = () => new Date("2024-05-06T07:08:09Z");
  server = await serveReview(await reviewFolder(made.out, { language: "zh-CN", who: "李四", now }), "zh-CN");
});
afterAll(async () => {
  await server.close();
  await made.remove();
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Asks as a browser may not: with headers of one's own choice. */
function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const { body, ...rest } = options;
  return new Promise((resolve, reject) => {
    const asked = request(url, rest, async (response) => {
      let text = "";
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const port = () => new URL(server.url).port;
const post = (body: string, headers = {}) =>
  ask(`${server.url}decisions`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

describe("who is let in", () => {
  test("the page, its style and its scripts come with the token, under a policy that allows nothing from elsewhere", async () => {
    for (const path of ["", "review-style.css", "review-client.js", "edit-form.js", "paint-text.js"]) {
      const { status, headers } = await ask(`${server.url}${path}`);
      expect(status).toBe(200);
      expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
  });

  test.each([
    ["no token", () => `http://127.0.0.1:${port()}/`, {}],
    ["a token that is cut short", () => server.url.replace(/.\/$/, "/"), {}],
    [
      "a token in the query",
      () => `http://127.0.0.1:${port()}/?token=${new URL(server.url).pathname.slice(1, -1)}`,
      {},
    ],
    ["a name that points here", () => server.url, { host: "rebound.example:80" }],
    ["the right name with another port", () => server.url, { host: "127.0.0.1:1" }],
    ["another origin", () => server.url, { origin: "http://elsewhere.example" }],
    ["an origin of no place", () => server.url, { origin: "null" }],
    ["another port of this machine", () => server.url, { origin: "http://127.0.0.1:1" }],
    ["a request another site makes", () => server.url, { "sec-fetch-site": "cross-site" }],
  ])("%s is refused", async (_what, url, headers) => {
    const { status, text } = await ask(url(), { headers });
    expect([status, text]).toEqual([403, "403"]);
  });

  test.each([
    ["PUT", "decisions", 405],
    ["GET", "decisions", 404],
    ["GET", "reports/none", 404],
    ["GET", "reports/..%2F..%2Fetc%2Fpasswd", 404],
    ["GET", "reports/%E0%A4%A", 404],
    ["GET", "../package.json", 404],
  ])("%s %s is answered with %i", async (method, path, expected) => {
    const url = new URL(server.url);
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request(
        { host: url.hostname, port: url.port, path: `${url.pathname}${path}`, method },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      asked.on("error", reject);
      asked.end();
    });
    expect(status).toBe(expected);
  });
});

describe("what it serves", () => {
  test("reports with most doubt come first, and so do the figures of a report", async () => {
    const overview = JSON.parse((await ask(`${server.url}reports`)).text) as ReviewOverview;
    expect(overview.reports.map(({ id }) => id).sort()).toEqual(["daguan-2021", "yanjin-2021"]);
    expect(overview.reports.find(({ id }) => id === "yanjin-2021")).toMatchObject({ region: "盐津县", year: 2021 });
    const report = JSON.parse((await ask(`${server.url}reports/yanjin-2021`)).text) as ReviewReport;
    const rank = { needs_review: 0, observations: 1, statements: 1, set_aside: 2 } as Record<string, number>;
    const doubts = report.figures.map(({ standsIn, confidence }) => (rank[standsIn] ?? 9) + (confidence ?? 1));
    expect(doubts).toEqual([...doubts].sort((a, b) => a - b));
    for (const { start, end, asWritten } of report.figures) expect(report.text.slice(start, end)).toBe(asWritten);
  });

  test("a decision is added with who, when and what was there; the one before stays in the file", async () => {
    const report = JSON.parse((await ask(`${server.url}reports/daguan-2021`)).text) as ReviewReport;
    const [cell] = report.figures;
    if (cell === undefined) throw new Error("the report has figures");
    const edit = { cell: cell.cell, action: "edit", new: { ...cell.fields, value: 24 }, why: "看错" };
    expect((await post(JSON.stringify(edit), { origin: `http://127.0.0.1:${port()}` })).status).toBe(200);
    expect((await post(JSON.stringify({ ...edit, action: "accept", new: null, why: null }))).status).toBe(200);
    const lines = (await readFile(join(made.out, "decisions.jsonl"), "utf8")).trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      cell: cell.cell,
      action: "edit",
      as_written: cell.asWritten,
      old: cell.fields,
      new: { ...cell.fields, value: 24 },
      who: "李四",
      when: "2024-05-06T07:08:09.000Z",
      why: "看错",
    });
    expect(lines).toHaveLength(2);
  });

  test.each([
    ["no JSON", "{", {}, 400],
    ["a figure that is not there", '{"cell":"x","action":"accept","new":null,"why":null}', {}, 400],
    ["a form", "cell=x", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["far too much", `"${"x".repeat(70_000)}"`, {}, 413],
  ])("%s is no decision", async (_what, body, headers, expected) => {
    const before = await readFile(join(made.out, "decisions.jsonl"), "utf8");
    expect((await post(body, headers)).status).toBe(expected);
    expect(await readFile(join(made.out, "decisions.jsonl"), "utf8")).toBe(before);
  });

  test.each(["maybe", "edit"])("the action %s without new values is no decision", async (action) => {
    const report = JSON.parse((await ask(`${server.url}reports/daguan-2021`)).text) as ReviewReport;
    const asked = { cell: report.figures[0]?.cell, action, new: null, why: null };
    expect((await post(JSON.stringify(asked))).status).toBe(400);
  });

  test("a line of the file that somebody broke is passed over", async () => {
    const path = join(made.out, "decisions.jsonl");
    await writeFile(path, `${await readFile(path, "utf8")}broken\n`);
    expect((await ask(`${server.url}reports/daguan-2021`)).status).toBe(200);
  });
});

test("a folder that no extract has written cannot be reviewed", async () => {
  const opened = reviewFolder(made.input, { language: "en", who: "x" });
  await expect(opened).rejects.toMatchObject({ code: "file.missing" });
});
