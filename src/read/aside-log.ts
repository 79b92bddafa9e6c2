import { ASIDE_REASONS, type AsideReason, type AsideRow } from "./account.ts";

/** Listed one by one; beyond it rows are counted only, so that a file of nothing else cannot fill the memory. */
const MOST_LISTED = 10_000;

/** Rows that are set aside: counted all, by reason; the first of them listed with their text. */
export class AsideLog {
  readonly listed: AsideRow[] = [];
  readonly counts: Record<AsideReason, number> = Object.fromEntries(
    ASIDE_REASONS.map((reason) => [reason, 0]),
  ) as Record<AsideReason, number>;
  /** Rows of which something is set aside, each counted once. */
  rows = 0;
  private readonly seen: Uint8Array;

  constructor(length: number) {
    this.seen = new Uint8Array(length);
  }

  add(row: number, reason: AsideReason, text: string): void {
    this.counts[reason] += 1;
    if (this.seen[row] === 0) {
      this.seen[row] = 1;
      this.rows += 1;
    }
    if (this.listed.length < MOST_LISTED) this.listed.push({ row: row + 1, reason, text: text.slice(0, 200) });
  }
}
