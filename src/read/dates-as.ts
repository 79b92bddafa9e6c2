import type { Period } from "./period.ts";

const DAY = /^(\d{4}-(\d\d)-(\d\d))\/\1$/;

/**
 * Series of years are stored under their first or last day, series of months under that of the month. Two years at least,
 * or three months of the year: a single date is a date.
 */
export function datesAs(periods: readonly (Period | null)[]): "year" | "month" | null {
  const days = periods.filter((when) => when !== null).map((when) => when.period?.match(DAY) ?? null);
  if (days.length < 2 || days.includes(null)) return null;
  const dates = days as RegExpMatchArray[];
  if (dates.every(([, , month, day]) => `${month}-${day}` === "01-01")) return "year";
  if (dates.every(([, , month, day]) => `${month}-${day}` === "12-31")) return "year";
  const first = dates.every(([, , , day]) => day === "01");
  const last = dates.every(([, date]) => new Date(Date.parse(date as string) + 86_400_000).getUTCDate() === 1);
  return (first || last) && new Set(dates.map(([, , month]) => month)).size >= 3 ? "month" : null;
}

/** The year or the month of a day. */
export function widened(when: Period, to: "year" | "month" | null): Period {
  const month = when.period?.slice(0, 7);
  return { year: when.year, period: to === "year" || month === undefined ? null : `${month}/${month}` };
}
