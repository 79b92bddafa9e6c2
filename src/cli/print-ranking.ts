import { bodyWord } from "../charts/evidence.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { MissingReason } from "../model/observation.ts";
import { type ColumnTable, type Row, rowsOf } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import { numberCell, spanCell, valueCell } from "../recipes/cell-text.ts";
import { findingRecords } from "../recipes/finding-records.ts";
import { findingLines } from "./print-findings.ts";
import { printTable } from "./print-table.ts";
import { wordsOf } from "./words.ts";

const MOST_MISSING = 5;

/** Prints a ranked comparison: a table with its unit, how many report, and what was found on the way. */
export function printRanking(ranked: ColumnTable, { language, json }: { language: Language; json: boolean }): void {
  const rows = rowsOf(ranked);
  const findings = findingsOf(ranked);
  if (json) {
    console.log(JSON.stringify({ rows, findings: findingRecords(findings) }, null, 2));
    return;
  }
  const { columns, reported, moreMissing } = wordsOf(language);
  const zh = language === "zh-CN";
  const head = rows[0] as Row;
  console.log(`${zh ? head.indicator_zh : head.indicator_en} · ${head.year} · ${zh ? head.unit_zh : head.unit}`);
  const counts = (row: Row) =>
    row.numerator === null ? "—" : `${numberCell(row.numerator)}/${numberCell(row.denominator)}`;
  // Those who should report and do not are counted; a long list of them would bury the ranking.
  const missing = rows.filter((row) => row.value === null);
  const left = missing.length > MOST_MISSING ? missing.slice(MOST_MISSING) : [];
  const cells = rows
    .slice(0, rows.length - left.length)
    .map((row) => [
      numberCell(row.rank),
      spanCell(row.rank_from, row.rank_to, 0),
      String((zh ? row.name : row.name_en) ?? row.region),
      row.value === null ? missingWord(row, language) : valueCell(row),
      spanCell(row.interval_lower, row.interval_upper),
      counts(row),
      bodyWord(row.body as string | null, language) ?? "—",
    ]);
  const { rank, range, region, value, interval, body } = columns;
  console.log(printTable([rank, range, region, value, interval, columns.counts, body], cells, [0, 1, 3, 4, 5]));
  if (left.length > 0) console.log(moreMissing(left.length));
  console.log(reported(Number(head.n_reported), Number(head.n_total)));
  for (const line of findingLines(findings, language, 8)) console.log(line);
}

const missingWord = (row: Row, language: Language): string =>
  CHART_WORDS[language].missing[row.missing as MissingReason] ?? String(row.missing);
