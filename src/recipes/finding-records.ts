import type { Finding } from "../model/finding.ts";
import { message } from "../model/messages/message.ts";

/** Findings as flat rows for JSON and CSV: place, code, and the sentence in both languages. */
export function findingRecords(findings: readonly Finding[]) {
  return findings.map(({ code, severity, region, indicator, year, file, row, evidence, facts }) => ({
    severity,
    code,
    region,
    indicator,
    year,
    file,
    row,
    evidence,
    message_zh: message(code, facts as never, "zh-CN"),
    message_en: message(code, facts as never, "en"),
  }));
}
