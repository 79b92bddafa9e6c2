import type { DictionaryColumn } from "../model/table.ts";
import { calendarOf } from "./calendar.ts";
import { datesAs, widened } from "./dates-as.ts";
import type { ValueColumn } from "./layout.ts";
import { partOfYear } from "./part-of-year.ts";
import { type Period, period, plainYear } from "./period.ts";
import type { Sections } from "./sections.ts";

/** Year and period of the rows of one block, each label read once. */
export class BlockYears {
  /** One for each text of the year column. */
  readonly periods: readonly (Period | null)[];
  /** What single days stand for, where they are all the first or the last of a year or month. */
  readonly datesAs: "year" | "month" | null;
  private readonly parts = new Map<string, Period | null>();

  constructor(
    readonly year: DictionaryColumn | null,
    /** Months or quarters in a column of their own. */
    private readonly part: DictionaryColumn | null,
    private readonly quarter: boolean,
    private readonly fixed: Period | null,
    private readonly sections: Sections | null = null,
  ) {
    const texts = year?.values ?? [];
    const read = texts.map(calendarOf(texts)).map((text) => period(text) ?? plainYear(text));
    this.datesAs = part === null ? datesAs(read) : null;
    this.periods = this.datesAs === null ? read : read.map((when) => when && widened(when, this.datesAs));
  }

  /** The year of a row and value column; a year in the heading goes before one for the whole table. */
  at(row: number, value: ValueColumn): Period | null {
    const whole = value.when ?? this.labelled(row);
    if (whole === null || whole.period !== null || (this.part === null && value.part === null)) return whole;
    const part = value.part ?? this.part?.at(row) ?? null;
    return part === null ? whole : this.partAt(whole.year, part);
  }

  textAt(row: number): string {
    return [this.year?.at(row), this.part?.at(row)].filter(Boolean).join(" ");
  }

  get hasParts(): boolean {
    return this.part !== null;
  }

  private labelled(row: number): Period | null {
    if (this.year === null) return this.sections?.yearAt(row) ?? this.fixed;
    return this.periods[this.year.codes[row] as number] ?? null;
  }

  private partAt(year: number, part: string): Period | null {
    const key = `${year} ${part}`;
    let found = this.parts.get(key);
    if (found === undefined) {
      found = partOfYear(year, part, this.quarter);
      this.parts.set(key, found);
    }
    return found;
  }
}
