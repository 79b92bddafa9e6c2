import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ExtractFolderOptions, extractFolder } from "../../src/recipes/extract-folder.node.ts";

/** Two reports written for the tests: what is in them is made up. */
export const SAMPLE_REPORTS: Readonly<Record<string, string>> = {
  "yanjin-2021.txt": `盐津县2021年法治政府建设情况报告

一、行政复议
2021年，全县共收到行政复议申请15件，受理11件。力争2022年受理率达到90%以上。
二、行政应诉
全县一审行政应诉案件129件，败诉率48.74%，比上年下降3.2个百分点。<img src=x onerror="document.title='broken'">
`,
  "daguan-2021.txt": `大关县2021年法治政府建设情况报告

一、行政复议
2021年，全县共收到行政复议申请23件，受理20件。
`,
};

/** A folder of its own with sample reports in it, and what `extractFolder` made of them. */
export async function extractedFolder(reports = SAMPLE_REPORTS, options: ExtractFolderOptions = {}) {
  const place = await mkdtemp(join(tmpdir(), "comparanda-"));
  const input = join(place, "in");
  const out = join(place, "out");
  await mkdir(input);
  for (const [name, text] of Object.entries(reports)) await writeFile(join(input, name), text);
  const account = await extractFolder([input], out, options);
  return { place, input, out, account, remove: () => rm(place, { recursive: true }) };
}
