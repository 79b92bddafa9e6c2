import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as docx from "docx";
import { afterAll, describe, expect, test } from "vitest";
import { decodeText } from "../../src/prose/decode-text.ts";
import { htmlText } from "../../src/prose/html-text.ts";
import { identifyReport } from "../../src/prose/identify-report.ts";
import { readReport } from "../../src/prose/read-report.node.ts";
import { chinesePdf } from "./chinese-pdf.ts";

// The types of docx name their files without endings, which this module resolution does not follow.
type Make = new (options: unknown) => object;
const { Document, Packer, Paragraph, Table, TableCell, TableRow } = docx as unknown as Record<
  "Document" | "Paragraph" | "Table" | "TableCell" | "TableRow",
  Make
> & { readonly Packer: { toBuffer(document: object): Promise<Uint8Array> } };

const folder = mkdtempSync(path.join(tmpdir(), "comparanda-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const TEXT = "青禾县2023年法治政府建设情况报告\n全县收到行政复议申请37件，审结34件。";

/** UTF-16 bytes of a text in the order asked for. */
function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

describe("decodeText", () => {
  const gb18030 = new Uint8Array([0xc9, 0xf3, 0xbd, 0xe1, 0x33, 0x34, 0xbc, 0xfe]);
  test.each([
    ["UTF-8", new TextEncoder().encode(TEXT), TEXT, "utf-8"],
    ["UTF-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)]), TEXT, "utf-8"],
    ["UTF-16 without a mark", utf16(TEXT, true), TEXT, "utf-16le"],
    ["UTF-16 big endian without a mark", utf16(TEXT, false), TEXT, "utf-16be"],
    ["GB18030", gb18030, "审结34件", "gb18030"],
  ])("%s is recognised", (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test("bytes of no encoding are refused", () => {
    expect(decodeText(new Uint8Array([0xff, 0xff, 0xff, 0x80]))).toBeNull();
  });
});

describe("htmlText", () => {
  test("menus, scripts and footers are left out", () => {
    const { text, title, metadata } = htmlText(
      `<head><title>年报</title><meta name="PubDate" content="2024-01-30"></head><body><nav>首页</nav><script>1</script>
       <div><p>收到申请<b>37</b>件。</p><p>审结34件。</p></div><footer>访问量99次</footer></body>`,
    );
    expect(text).toBe("收到申请37件。\n审结34件。");
    expect(title).toBe("年报");
    expect(metadata).toEqual({ pubdate: "2024-01-30" });
  });

  test("cells that span rows and columns are repeated, so that every number has its labels", () => {
    const { text } = htmlText(
      `<table><tr><th rowspan="2">项目</th><th colspan="2">案卷</th></tr><tr><th>优秀</th><th>合格</th></tr>
       <tr><td>许可</td><td>1</td><td>2</td></tr></table>`,
    );
    expect(text.split("\n")).toEqual(["项目 | 案卷 | 案卷", "项目 | 优秀 | 合格", "许可 | 1 | 2"]);
  });
});

describe("readReport", () => {
  test("a Word document gives its paragraphs and its tables", async () => {
    const row = (...cells: string[]): object =>
      new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph("青禾县2023年行政复议统计"),
            new Paragraph("全县收到行政复议申请37件。"),
            new Table({ rows: [row("结案方式", "件数"), row("维持", "20"), row("驳回", "5")] }),
          ],
        },
      ],
    });
    const report = await readReport(write("qinghe.docx", await Packer.toBuffer(document)));
    expect(report).toMatchObject({ id: "qinghe", format: "docx" });
    expect(report.text.split("\n")).toEqual([
      "青禾县2023年行政复议统计",
      "全县收到行政复议申请37件。",
      "结案方式 | 件数",
      "维持 | 20",
      "驳回 | 5",
    ]);
  });

  test("a PDF gives its text layer, line by line", async () => {
    const report = await readReport(write("one.pdf", chinesePdf([["案件37件", "审结34件。"]])));
    expect(report.format).toBe("pdf");
    expect(report.text).toBe("案件37件\n审结34件。");
  });

  test("a missing file and a broken one name themselves", async () => {
    await expect(readReport(path.join(folder, "none.txt"))).rejects.toMatchObject({ code: "file.missing" });
    await expect(readReport(write("broken.docx", "PK not a zip"))).rejects.toMatchObject({ code: "file.unreadable" });
  });
});

describe("identifyReport", () => {
  const places = [
    { code: "990100", name: "云栖市" },
    { code: "990121", name: "青禾县" },
  ];

  test("title goes before metadata, file name and text, and says so", () => {
    const found = identifyReport({ text: TEXT, metadata: { publisher: "云栖市" }, file: "2019.txt", places });
    expect(found.region).toMatchObject({ value: { code: "990121" }, from: "title" });
    expect(found.year).toMatchObject({ value: 2023, from: "title" });
  });

  test("traditional titles are understood", () => {
    expect(identifyReport({ text: "雲棲市2022年度統計報告\n正文", places }).region).toMatchObject({ from: "title" });
  });

  test.each([
    ["云栖市人民政府关于2022年度法治政府建设情况的报告", "a.txt", 2022, "title"],
    ["青禾县法治政府建设年度报告(2021年)", "a.txt", 2021, "title"],
    ["二〇二二年青禾县法治政府建设工作报告", "a.txt", 2022, "title"],
    ["关于青禾县2022年法治政府建设情况及2023年工作打算的报告", "a.txt", 2022, "title"],
    ["青禾县2022年度工作总结和2023年度工作计划", "a.txt", 2022, "title"],
    ["青禾县法治政府建设年度报告", "990121_2020.txt", 2020, "file"],
  ])("the year of %j in %s is %d", (title, file, value, from) => {
    expect(identifyReport({ text: `${title}\n正文`, file, places }).year).toMatchObject({ value, from });
  });

  test.each([
    "云栖市2018-2020年行政审判白皮书\n2018年至2020年,……2020年",
    "云栖市“十三五”时期法治政府建设总结报告\n2016年以来,……2016年",
    "云栖市近三年行政复议情况统计\n2021年、2022年、2023年",
  ])("a report of several years has none: %j", (text) => {
    expect(identifyReport({ text, places }).year).toBeNull();
  });

  test("the year of publication early in a year is no certain year of the report", () => {
    const { year, published } = identifyReport({
      text: "青禾县情况报告\n发布时间：2022-01-20\n2022年1月公布。",
      places,
    });
    expect(published?.value).toBe("2022-01-20");
    expect(year?.certainty ?? 0).toBeLessThan(0.6);
  });

  test("what is nowhere said stays unknown", () => {
    expect(identifyReport({ text: "收到申请三件。", places })).toEqual({
      region: null,
      year: null,
      published: null,
      issuer: null,
    });
  });

  test("two years in equal number are not certain", () => {
    const { year } = identifyReport({ text: "2022年与2023年相比有变化", places });
    expect(year?.certainty).toBeLessThan(0.6);
  });
});
