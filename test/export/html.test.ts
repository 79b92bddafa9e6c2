import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { rankedDots } from "../../src/charts/ranked-dots.ts";
import { trendLines } from "../../src/charts/trend-lines.ts";
import { toEmbed } from "../../src/export/embed.node.ts";
import { toHtml } from "../../src/export/html.node.ts";
import type { Page } from "../../src/export/page.ts";
import { SAMPLES, sampleRow } from "../charts/samples.ts";

const WILD = `</script><script>alert(1)</script>"'&\u2028`;
const page: Page = {
  title: `简报 ${WILD}`,
  language: "zh-CN",
  lead: ["导语"],
  sections: [
    {
      heading: "位次",
      paragraphs: [WILD],
      figures: [rankedDots([sampleRow({ name: WILD }), ...SAMPLES["ranked-dots"]]), trendLines(SAMPLES["trend-lines"])],
      tables: [
        {
          caption: "表",
          columns: [
            { label: "地区", numeric: false },
            { label: "值", numeric: true },
          ],
          rows: [
            ["盐津县", "48.74%"],
            [WILD, "未报告"],
          ],
        },
      ],
      details: [{ summary: "方法", paragraphs: ["Wilson 法"] }],
    },
  ],
  footer: ["页脚"],
};

describe("toHtml", () => {
  let html = "";
  let document: Document;
  beforeAll(async () => {
    html = await toHtml(page);
    document = parseHTML(html).document as unknown as Document;
  });

  test("lets nothing from data become a tag or a script", () => {
    const scripts = [...document.querySelectorAll("script")].filter(
      (script) => script.getAttribute("type") !== "application/json",
    );
    expect(scripts).toHaveLength(1);
    expect(html).not.toContain("<script>alert");
    expect(document.querySelector("h1")?.textContent).toContain("</script>");
  });

  test("names its only script by digest and forbids everything else", () => {
    const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']")?.getAttribute("content") ?? "";
    const script = html.slice(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test("has a picture and a specification for each figure", () => {
    const figures = [...document.querySelectorAll("figure.chart")];
    expect(figures).toHaveLength(2);
    for (const figure of figures) {
      expect(figure.querySelector(".static > svg[role=img] > title")).not.toBeNull();
      const specification = JSON.parse(figure.querySelector("script")?.textContent ?? "") as {
        usermeta: { chart: string };
      };
      expect(specification.usermeta.chart).toMatch(/ranked-dots|trend-lines/);
    }
  });

  test("loads nothing, names its language and stays small", () => {
    expect(html.replace(/<script>[\s\S]*<\/script>/, "")).not.toMatch(/(src|href)=|url\((?!data:)|@import/);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html.length).toBeLessThan(1_600_000);
  });

  test("prints tables with heads and right-aligned numbers", () => {
    expect([...document.querySelectorAll("thead th")].map((cell) => cell.textContent)).toEqual(["地区", "值"]);
    expect(document.querySelector("tbody td.numeric")?.textContent).toBe("48.74%");
  });

  test("has no script at all where charts are to stand still", async () => {
    const still = await toHtml(page, { live: false });
    expect(still).not.toMatch(/<script|script-src/);
    expect(still.length).toBeLessThan(html.length - 800_000);
  });
});

test("toEmbed gives a page and a frame of the picture's proportions that may run and save, nothing else", async () => {
  const { html, snippet } = await toEmbed(rankedDots(SAMPLES["ranked-dots"], { title: 'A "B" <C>' }), {
    address: "charts/a.html",
  });
  expect(parseHTML(html).document.querySelectorAll("figure.chart")).toHaveLength(1);
  expect(snippet).toMatch(/^<iframe src="charts\/a.html" title="A &quot;B&quot; &lt;C&gt;"/);
  expect(snippet).toContain('sandbox="allow-scripts allow-downloads"');
  expect(snippet).toMatch(/aspect-ratio:760\/\d+/);
});

test("toHtml leaves a character the font lacks to the reader's fonts", async () => {
  const html = await toHtml({ title: "\u{20bb7}县", language: "zh-CN", sections: [] }, { live: false });
  expect(html).toContain("<h1>\u{20bb7}县</h1>");
});
