import { SEVERITIES } from "../model/finding.ts";
import type { Language } from "../model/messages/message.ts";
import type { ExtractionAccount } from "../recipes/extract-folder.node.ts";
import { findingRecords } from "../recipes/finding-records.ts";
import { findingLines } from "./print-findings.ts";
import { wordsOf } from "./words.ts";

/** Prints what was read: a line for each report, then sums, findings and what was written. */
export function printExtraction(
  { folder, reports, resumed, counts, audit, findings, files }: ExtractionAccount,
  { language, json, seconds }: { language: Language; json: boolean; seconds: number },
): void {
  if (json) {
    const account = {
      folder,
      reports,
      resumed,
      counts,
      audit,
      findings: findingRecords(findings),
      files: files.length,
      seconds,
    };
    console.log(JSON.stringify(account, null, 2));
    return;
  }
  const words = wordsOf(language);
  const line = (one: Record<"observations" | "statements" | "needs_review" | "set_aside", number>) =>
    words.reportLine(one.observations, one.statements, one.needs_review, one.set_aside);
  for (const report of reports) console.log(`${report.id}  ${report.ok ? line(report) : words.unread}`);
  const sum = (column: "observations" | "statements" | "needs_review" | "set_aside") =>
    reports.reduce((total, report) => total + report[column], 0);
  const sums = {
    observations: sum("observations"),
    statements: sum("statements"),
    needs_review: sum("needs_review"),
    set_aside: sum("set_aside"),
  };
  console.log(`${words.totals}  ${line(sums)}`);
  console.log(words.extracted(reports.filter(({ ok }) => ok).length, resumed));
  console.log(words.audited(audit.proved, audit.consistent, audit.alone, audit.contradicted));
  console.log(words.found(counts.error, counts.warning, counts.note));
  const order = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  for (const found of findingLines(order, language, 20)) console.log(`  ${found}`);
  console.log(`${words.written(files.length, folder)} · ${words.took(seconds.toFixed(1))}`);
}
