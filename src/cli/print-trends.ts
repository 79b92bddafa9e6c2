import { bodyWord } from "../charts/evidence.ts";
import { BRIEFING_WORDS } from "../model/messages/briefing-words.ts";
import type { Language } from "../model/messages/message.ts";
import { type ColumnTable, type Row, rowsOf } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import { numberCell, signedCell, spanCell, valueCell } from "../recipes/cell-text.ts";
import { findingRecords } from "../recipes/finding-records.ts";
import { findingLines } from "./print-findings.ts";
import { printTable } from "./print-table.ts";
import { wordsOf } from "./words.ts";

/** Prints the values of each series by year, then a line of what can be said of each. */
export function printTrends(
  trends: ColumnTable,
  series: ColumnTable,
  { language, json }: { language: Language; json: boolean },
): void {
  const findings = findingsOf(trends);
  const rows = rowsOf(trends);
  const figures = rowsOf(series).filter((row) => row.value !== null);
  if (json) {
    console.log(JSON.stringify({ trends: rows, rows: figures, findings: findingRecords(findings) }, null, 2));
    return;
  }
  const { columns } = wordsOf(language);
  const { verdicts } = BRIEFING_WORDS[language];
  const zh = language === "zh-CN";
  const head = rows[0] as Row;
  console.log(`${zh ? head.indicator_zh : head.indicator_en} · ${zh ? head.unit_zh : head.unit}`);
  const years = [...new Set(figures.map((row) => Number(row.year)))].sort();
  const name = (row: Row) => String((zh ? row.name : row.name_en) ?? row.region);
  const same = (a: Row, b: Row) => a.region === b.region && a.body === b.body;
  const values = rows.map((row) => {
    const of = (year: number) => figures.find((figure) => same(figure, row) && figure.year === year);
    return [
      name(row),
      bodyWord(row.body as string | null, language) ?? "—",
      ...years.map((year) => ((found) => (found ? valueCell(found) : "—"))(of(year))),
    ];
  });
  console.log(
    printTable(
      [columns.region, columns.body, ...years.map(String)],
      values,
      years.map((_, i) => i + 2),
    ),
  );
  const cells = rows.map((row) => [
    name(row),
    `${row.first_year}–${row.last_year}`,
    numberCell(row.n_used),
    signedCell(row.change),
    signedCell(row.slope),
    spanCell(row.slope_lower, row.slope_upper),
    numberCell(row.p, 3),
    verdicts[String(row.verdict)] ?? "",
  ]);
  const { region, points, change, slope, interval, p, verdict } = columns;
  console.log(printTable([region, columns.years, points, change, slope, interval, p, verdict], cells, [2, 3, 4, 5, 6]));
  for (const line of findingLines(findings, language, 8)) console.log(line);
}
