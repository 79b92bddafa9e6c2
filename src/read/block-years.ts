import type { DictionaryColumn } from "../model/table.ts";
import { calendarOf } from "./calendar.ts";
import type { ValueColumn } from "./layout.ts";
import { partOfYear } from "./part-of-year.ts";
import { type Period, period, plainYear } from "./period.ts";

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
    if (this.year === null) return this.fixed;
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

const DAY = /^(\d{4}-(\d\d)-(\d\d))\/\1$/;

/**
 * Series of years are stored under their first or last day, series of months under that of the month. Two years at least,
 * or three months of the year: a single date is a date.
 */
function datesAs(periods: readonly (Period | null)[]): "year" | "month" | null {
  const days = periods.filter((when) => when !== null).map((when) => when.period?.match(DAY) ?? null);
  if (days.length < 2 || days.includes(null)) return null;
  const dates = days as RegExpMatchArray[];
  if (dates.every(([, , month, day]) => `${month}-${day}` === "01-01")) return "year";
  if (dates.every(([, , month, day]) => `${month}-${day}` === "12-31")) return "year";
  const first = dates.every(([, , , day]) => day === "01");
  const last = dates.every(([, date]) => new Date(Date.parse(date as string) + 86_400_000).getUTCDate() === 1);
  return (first || last) && new Set(dates.map(([, , month]) => month)).size >= 3 ? "month" : null;
}

function widened(when: Period, to: "year" | "month" | null): Period {
  const month = when.period?.slice(0, 7);
  return { year: when.year, period: to === "year" || month === undefined ? null : `${month}/${month}` };
}
