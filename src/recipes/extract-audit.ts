import type { Finding } from "../model/finding.ts";
import type { Cell } from "../model/table.ts";
import { append } from "../util/append.ts";
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
  /** A place is claimed among other regions, so claims are looked at when all are there. */
  private readonly claims: Record<string, Cell>[] = [];

  add(cell: ReportCell, source: string, file: string): void {
    if (cell.region === null || (cell.verdict !== "observation" && cell.verdict !== "statement")) return;
    const { region, year, period, indicator, body, value, unit, qualifier, kind, numerator, denominator } = cell;
    const figure = { year, period, indicator, body, value, unit, qualifier, kind, numerator, denominator };
    const row = { cell: cell.cell, source, file, region, as_written: cell.as_written, ...figure };
    if (kind === "claim") this.claims.push({ ...row, note: cell.note });
    else if (this.regions.has(region)) this.regions.get(region)?.push(row);
    else this.regions.set(region, [row]);
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
    const settle = (rows: readonly Record<string, Cell>[], reported: number) => {
      const { cells, findings } = audit(rows, options);
      const [places, verdicts, reckonings] = ["row", "verdict", "reckoning"].map((name) => cells.array(name));
      for (let i = 0; i < cells.numRows(); i += 1) {
        const at = Number(places?.[i]) - 1;
        if (at >= reported) continue;
        const verdict = verdicts?.[i] as Verdict;
        counts[verdict] += 1;
        onCell({ cell: String(rows[at]?.cell), verdict, reckoning: (reckonings?.[i] ?? null) as string | null });
      }
      // A row of what was put together here is nowhere to be found.
      for (const found of findings) {
        if (reported === rows.length || found.code === "claim.unsupported") onFinding({ ...found, row: null });
      }
    };
    let some: Record<string, Cell>[] = [];
    for (const rows of this.regions.values()) {
      append(some, rows);
      if (some.length < AT_ONCE) continue;
      settle(some, some.length);
      some = [];
    }
    if (some.length > 0) settle(some, some.length);
    if (this.claims.length > 0) settle([...this.claims, ...this.claimedAbout()], this.claims.length);
    this.regions.clear();
    return counts;
  }

  /** Figures of the indicators and years that claims are about. */
  private claimedAbout(): Record<string, Cell>[] {
    const key = ({ indicator, year }: Record<string, Cell>) => `${indicator} ${year}`;
    const wanted = new Set(this.claims.map(key));
    return [...this.regions.values()].flatMap((rows) => rows.filter((row) => wanted.has(key(row))));
  }
}
