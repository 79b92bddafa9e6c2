import type { Kind, Qualifier } from "../model/observation.ts";
import { type ColumnTable, rowsOf } from "../model/table.ts";
import { decimalsOf } from "../util/agrees.ts";

/** One figure as the audit sees it. */
export interface AuditCell {
  /** Row of the table, from 1. */
  readonly row: number;
  readonly region: string | null;
  readonly year: number | null;
  readonly period: string | null;
  readonly indicator: string;
  readonly body: string | null;
  readonly source: string | null;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly kind: Kind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Digits printed after the point. */
  readonly decimals: number;
  readonly as_written: string | null;
  readonly note: string | null;
  /** Where it was loaded from: a file and its row, or the row of the table. */
  readonly file: string | null;
  readonly line: number;
}

/** The figures of a table that have a value, in its order. */
export function auditCells(table: ColumnTable): AuditCell[] {
  return rowsOf(table).flatMap((row, index) => {
    if (typeof row.value !== "number") return [];
    const cell = row as unknown as Omit<AuditCell, "row" | "decimals" | "line">;
    return [
      {
        row: index + 1,
        region: cell.region ?? null,
        year: cell.year ?? null,
        period: cell.period ?? null,
        indicator: cell.indicator,
        body: cell.body ?? null,
        source: cell.source ?? null,
        value: cell.value,
        unit: cell.unit,
        qualifier: cell.qualifier ?? "exact",
        kind: cell.kind ?? "observation",
        numerator: cell.numerator ?? null,
        denominator: cell.denominator ?? null,
        decimals: printedDecimals(cell.as_written ?? null, cell.value),
        as_written: cell.as_written ?? null,
        note: cell.note ?? null,
        file: cell.file ?? null,
        line: typeof row.row === "number" ? row.row : index + 1,
      },
    ];
  });
}

/** 98.50% shows two digits, the number 98.5 only one; 1.2万 shows none, since it counts in ten thousands. */
function printedDecimals(written: string | null, value: number): number {
  const digits = /(\d+)(?:[.．](\d+))?\s*(?:%|％|个百分点|百分点)/.exec((written ?? "").normalize("NFKC"));
  return digits ? (digits[2]?.length ?? 0) : decimalsOf(value);
}

/** Figures that may stand in one sum: of one place, time and body, where a body is given. */
export class CellIndex {
  private readonly groups = new Map<string, AuditCell[]>();
  constructor(cells: Iterable<AuditCell>) {
    for (const cell of cells) {
      if (cell.kind !== "observation" && cell.kind !== "derived") continue;
      const key = CellIndex.key(cell, cell.indicator, cell.year);
      const group = this.groups.get(key);
      if (group) group.push(cell);
      else this.groups.set(key, [cell]);
    }
  }
  private static key({ region, period }: AuditCell, indicator: string, year: number | null): string {
    return [region, year, period, indicator].join("|");
  }
  /** The figure of another indicator that belongs to `cell`; one that counts another body never does. */
  beside(cell: AuditCell, indicator: string, year = cell.year): AuditCell | null {
    const group = this.groups.get(CellIndex.key(cell, indicator, year)) ?? [];
    const same = group.find((other) => other.body === cell.body && other.source === cell.source);
    if (same) return same;
    return (
      group.find((other) => other.body === cell.body) ??
      group.find((other) => other.source === cell.source && (other.body === null || cell.body === null)) ??
      null
    );
  }
  /** All groups of figures for one indicator, place and time. */
  all(): Iterable<readonly AuditCell[]> {
    return this.groups.values();
  }
}
