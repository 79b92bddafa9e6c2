import type { Finding } from "../model/finding.ts";
import type { Cell } from "../model/table.ts";
import { type AuditOptions, audit } from "../verbs/audit.ts";
import { VERDICTS, type Verdict } from "../verbs/audit-check.ts";
import type { ReportCell } from "./extract-cells.ts";

/** What the audit says of a figure, by its name in the package. */
export interface AuditedCell {
  readonly cell: string;
  readonly verdict: Verdict;
  readonly reckoning: string | null;
}

/** Figures audited together: regions are never split, and tables of few rows cost more than their rows. */
const AT_ONCE = 5000;

/** The figures that stand, of all reports: each is held against the others of its region, whatever report they are in. */
export class AuditBook {
  private readonly regions = new Map<string, Record<string, Cell>[]>();

  add(cell: ReportCell, source: string, file: string): void {
    if (cell.region === null || (cell.verdict !== "observation" && cell.verdict !== "statement")) return;
    const { region, year, period, indicator, body, value, unit, qualifier, kind, numerator, denominator } = cell;
    const figure = { year, period, indicator, body, value, unit, qualifier, kind, numerator, denominator };
    const row = { cell: cell.cell, source, file, region, as_written: cell.as_written, ...figure };
    const rows = this.regions.get(region);
    if (rows === undefined) this.regions.set(region, [row]);
    else rows.push(row);
  }

  /**
   * Audits all figures and forgets them.
   *
   * @returns how many figures got which verdict
   */
  close(
    options: AuditOptions,
    onCell: (cell: AuditedCell) => void,
    onFinding: (finding: Finding) => void,
  ): Record<Verdict, number> {
    const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
    let some: Record<string, Cell>[] = [];
    const settle = () => {
      const { cells, findings } = audit(some, options);
      const [rows, verdicts, reckonings] = ["row", "verdict", "reckoning"].map((name) => cells.array(name));
      for (let i = 0; i < cells.numRows(); i += 1) {
        const verdict = verdicts?.[i] as Verdict;
        counts[verdict] += 1;
        const cell = String(some[Number(rows?.[i]) - 1]?.cell);
        onCell({ cell, verdict, reckoning: (reckonings?.[i] ?? null) as string | null });
      }
      // A row of what was put together here is nowhere to be found.
      for (const found of findings) onFinding({ ...found, row: null });
      some = [];
    };
    for (const rows of this.regions.values()) {
      some.push(...rows);
      if (some.length >= AT_ONCE) settle();
    }
    if (some.length > 0) settle();
    this.regions.clear();
    return counts;
  }
}
