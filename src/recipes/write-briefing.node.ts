import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toCsv } from "../export/csv.ts";
import { toHtml } from "../export/html.node.ts";
import { writeFolder } from "../export/write-folder.node.ts";
import { ComparandaError } from "../model/errors.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/messages/message.ts";
import type { Panel } from "../model/panel.ts";
import { loadPanel } from "../read/load-panel.node.ts";
import { briefingPage } from "./briefing-page.ts";
import { checkPackage } from "./check-package.node.ts";
import { defaultPlan } from "./default-plan.ts";
import { drawFigure, type Figure } from "./figure.ts";
import { findingRecords } from "./finding-records.ts";
import { type BriefingPlan, fromPlan } from "./plan.ts";
import { writeFigure } from "./write-figures.node.ts";

export interface BriefingOptions {
  readonly language?: Language;
  /** Called as work is done: how many steps of how many, and which one comes next. */
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

/** What was loaded, found, drawn and written. */
export interface BriefingAccount {
  readonly folder: string;
  readonly panel: Panel;
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
  readonly files: readonly string[];
}

async function planOf(folder: string, panel: Panel): Promise<BriefingPlan> {
  const path = join(folder, "brief.json");
  const json = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw new ComparandaError(
      "file.unreadable",
      { verb: "brief", path, got: String(cause.code), expected: "a plan" },
      { cause },
    );
  });
  const plan = json === null ? defaultPlan(panel) : fromPlan(json, path);
  if (plan !== null) return plan;
  throw new ComparandaError("briefing.empty", { observations: panel.observations.totalRows() });
}

/**
 * Writes a briefing of a data package: one page that opens from disk, every figure as SVG and PNG, every table behind a
 * figure as CSV with its metadata, and all findings.
 *
 * @remarks
 * What is shown stands in `brief.json` beside the package; without it, the best covered indicators are taken. The folder
 * appears whole or not at all.
 *
 * @param source - folder of the data package
 * @param target - folder to write
 * @throws {@link ComparandaError} whatever loading, planning and drawing throw, and `folder.occupied`
 */
export async function writeBriefing(
  source: string,
  target: string,
  options: BriefingOptions = {},
): Promise<BriefingAccount> {
  const { language = "zh-CN", onProgress = () => {} } = options;
  const panel = await loadPanel(source);
  const plan = await planOf(source, panel);
  const findings = await checkPackage(panel, source);
  const total = plan.figures.length + 2;
  const figures: Figure[] = [];
  const files = await writeFolder(target, async (write) => {
    for (const planned of plan.figures) {
      onProgress(figures.length, total, planned.id);
      const figure = drawFigure(panel, planned, language);
      await writeFigure(write, figure);
      figures.push(figure);
    }
    onProgress(figures.length, total, "findings.csv");
    await write("findings.csv", toCsv(findingRecords(findings)));
    onProgress(figures.length + 1, total, "index.html");
    await write("index.html", await toHtml(briefingPage({ panel, plan, figures, findings, language })));
  });
  return { folder: target, panel, findings, figures, files };
}
