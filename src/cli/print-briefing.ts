import type { Language } from "../model/messages/message.ts";
import { rowsOf } from "../model/table.ts";
import { numberCell } from "../recipes/cell-text.ts";
import { findingRecords } from "../recipes/finding-records.ts";
import type { BriefingAccount } from "../recipes/write-briefing.node.ts";
import { findingLines } from "./print-findings.ts";
import { printTable } from "./print-table.ts";
import { wordsOf } from "./words.ts";

/** Prints what a briefing was made from and what was written. */
export function printBriefing(
  { folder, panel, findings, figures, files }: BriefingAccount,
  { language, json, seconds }: { language: Language; json: boolean; seconds: number },
): void {
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: of("error"), warning: of("warning"), note: of("note") };
  if (json) {
    const drawn = figures.map(({ id, description }) => ({ id, chart: description.chart, title: description.title }));
    console.log(
      JSON.stringify({ folder, counts, figures: drawn, files, findings: findingRecords(findings), seconds }, null, 2),
    );
    return;
  }
  const words = wordsOf(language);
  const { observations, regions, indicators, sources } = panel;
  console.log(words.loaded(observations.totalRows(), regions.size, indicators.size, sources.size));
  console.log(words.found(counts.error, counts.warning, counts.note));
  for (const line of findingLines(findings, language, 5)) console.log(`  ${line}`);
  console.log(words.figures(figures.length));
  const rows = figures.map(({ description, table }) => {
    const reported = rowsOf(table).filter((row) => row.value !== null).length;
    return [
      `  ${description.title}`,
      `${numberCell(reported)}/${numberCell(table.numRows())}`,
      description.takeaway ?? "",
    ];
  });
  console.log(printTable(["", "n", ""], rows, [1]));
  console.log(`${words.written(files.length, folder)} · ${words.took(seconds.toFixed(1))}`);
}
