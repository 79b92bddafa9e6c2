import type { Language } from "../model/messages/message.ts";
import { message } from "../model/messages/message.ts";
import type { Account, AsideRow, ColumnAccount, TableAccount } from "./account.ts";
import { ACCOUNT_WORDS, type AccountWords } from "./account-words.ts";

const MOST = 20;

/**
 * The account of a load as lines of text: what was read, guessed, kept and set aside.
 *
 * @remarks At most twenty rows of a kind are listed; how many more there are is said. The account itself holds all.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { fromTable } = await import("./from-table.ts");
 * const { bytesSource } = await import("./byte-source.ts");
 * const bytes = new TextEncoder().encode("region,year,value\nGermany,2020,5\n");
 * const { account } = await fromTable(bytesSource("a.csv", bytes));
 * expect(accountLines(account, "en")[0]).toBe("a.csv: csv, utf-8 (certainty 0.99), delimiter \",\"");
 * ```
 */
export function accountLines(account: Account, language: Language): string[] {
  const words = ACCOUNT_WORDS[language];
  return [
    words.file(account),
    words.rows(account.rowsRead, account.rowsKept, account.rowsAggregate, account.rowsAside),
    ...account.tables.flatMap((table, at) => tableLines(table, at, account.tables.length > 1, words)),
    ...matchLines(account, words),
    ...limited(
      account.findings.map(
        (found) =>
          `${words.severity[found.severity]}${words.colon}${message(found.code, found.facts as never, language)}`,
      ),
      words,
    ),
  ];
}

function tableLines(table: TableAccount, at: number, several: boolean, words: AccountWords): string[] {
  const head = several ? [words.table(table.name ?? String(at + 1), table.rowsRead, table.rowsKept)] : [];
  return [
    ...head,
    words.shape(words.shapes[table.shape], table.certainty, table.blocks),
    ...fixedLine(table, words),
    ...(table.filledDown > 0 ? [words.filledDown(table.filledDown)] : []),
    words.cells(table.cells),
    ...limited(columnLines(table.columns, words), words),
    ...asideLines(table, words),
  ];
}

/** Rows set aside; of many that follow each other for one reason and with one text, the first and the last are named. */
function asideLines({ aside, asideCounts }: TableAccount, words: AccountWords): string[] {
  const runs: { from: number; to: number; reason: AsideRow["reason"]; text: string; count: number }[] = [];
  for (const { row, reason, text } of aside) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.reason === reason && run.text === text && run.to + 1 === row) {
      run.to = row;
      run.count += 1;
    } else runs.push({ from: row, to: row, reason, text, count: 1 });
  }
  const lines = runs.map(({ from, to, reason, text }) => words.aside(from, to, words.reasons[reason], text));
  const shown = runs.slice(0, MOST).reduce((sum, { count }) => sum + count, 0);
  const all = Object.values(asideCounts).reduce((sum, count) => sum + count, 0);
  return [...lines.slice(0, MOST), ...(all > shown ? [words.more(all - shown)] : [])];
}

function fixedLine({ fixed }: TableAccount, words: AccountWords): string[] {
  const parts = [
    fixed.region === null ? null : `${words.roles.region} ${fixed.region}`,
    fixed.when === null ? null : `${words.roles.year} ${fixed.when.period ?? fixed.when.year}`,
    fixed.indicator === null ? null : `${words.roles.indicator} ${fixed.indicator}`,
    fixed.unit === null ? null : `${words.roles.unit} ${fixed.unit}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [words.fixed(parts.join(words.comma))];
}

function columnLines(columns: readonly ColumnAccount[], words: AccountWords): string[] {
  return columns.map(({ column, heading, role, reason, indicator, year, region, unit }) => {
    const told = [indicator, year, region, unit].filter((part) => part !== null && part !== heading);
    const why = reason === null ? "" : ` (${words.leftOut[reason]})`;
    return words.column(
      column + 1,
      heading,
      `${words.roles[role]}${why}${told.length > 0 ? words.colon + told.join(words.comma) : ""}`,
    );
  });
}

function matchLines({ matches }: Account, words: AccountWords): string[] {
  if (matches.length === 0) return [];
  const count = (keep: (match: Account["matches"][number]) => boolean) => matches.filter(keep).length;
  return [
    words.matches({
      certain: count(({ kind, certainty }) => kind === "place" && certainty >= 0.98),
      likely: count(({ kind, certainty }) => kind === "place" && certainty < 0.98),
      aggregate: count(({ kind }) => kind === "aggregate"),
      ambiguous: count(({ kind }) => kind === "ambiguous"),
      unknown: count(({ kind }) => kind === "unknown"),
    }),
    ...limited(
      matches
        .filter(({ kind, certainty }) => kind === "place" && certainty < 0.98)
        .map(({ written, code, name, certainty }) => words.likely(written, `${code} ${name}`, certainty)),
      words,
    ),
  ];
}

function limited(lines: readonly string[], words: AccountWords, all = lines.length): string[] {
  return all <= MOST ? [...lines] : [...lines.slice(0, MOST), words.more(all - MOST)];
}
