import { heading } from "./heading.ts";
import type { Period } from "./period.ts";

/** The titles between the rows of a table: 2022年, 一、收案, 城镇. */
export class Sections {
  private readonly titles: { readonly row: number; readonly text: string; readonly when: Period | null }[] = [];

  /** @param first - a title right above the first row of figures */
  constructor(first: string | null) {
    if (first !== null) this.add(-1, first);
  }

  /** Titles come in the order of their rows. */
  add(row: number, text: string): void {
    this.titles.push({ row, text, when: heading([text]).when });
  }

  get any(): boolean {
    return this.titles.some(({ row }) => row >= 0);
  }

  /** The year that a title above the row names, the nearest first. */
  yearAt(row: number): Period | null {
    return this.titles.findLast((title) => title.row < row && title.when !== null)?.when ?? null;
  }

  /** The title a row stands under; "" where there is none or it names no more than a year. */
  nameAt(row: number): string {
    const title = this.titles.findLast((one) => one.row < row);
    return title === undefined ? "" : heading([title.text]).name;
  }

  /** Whether a label comes back under another title: then the titles are part of what is counted. */
  tellApart(labels: Iterable<readonly [row: number, label: string]>): boolean {
    const under = new Map<string, string>();
    for (const [row, label] of labels) {
      const name = this.nameAt(row);
      const before = under.get(label);
      if (before !== undefined && before !== name) return true;
      under.set(label, name);
    }
    return false;
  }
}
