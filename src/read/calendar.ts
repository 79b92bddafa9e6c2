const PAIR = /^(\d{4})[-/–](\d{2})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/;

/**
 * How are those dates of a column, or of a row of headings, to be read that alone could mean two things?
 *
 * @remarks
 * `2009-10` is a month, but beside `2008-09` and `2010-11` the year that ends in 2010. `1/2/2020` has its month first where
 * another date of the column has a day above 12 in second place; where no date tells, all of them stay as they are.
 *
 * @returns a function that writes such a date in a form of one meaning and leaves every other text alone
 * @example
 * ```ts @import.meta.vitest
 * expect(["2009-10", "2010-11"].map(calendarOf(["2009-10", "2010-11"]))).toEqual(["2009/2010", "2010/2011"]);
 * expect(calendarOf(["1/2/2020", "1/22/2020"])("1/2/2020")).toBe("2020-01-02");
 * expect(calendarOf(["1/2/2020"])("1/2/2020")).toBe("1/2/2020");
 * ```
 */
export function calendarOf(texts: Iterable<string>): (text: string) => string {
  const labels = [...new Set(texts)].map((text) => text.trim());
  const pairs = matches(labels, PAIR);
  const following = pairs.length > 1 && pairs.every(([, year, next]) => (Number(year) + 1) % 100 === Number(next));
  const order = orderOf(matches(labels, SLASHED));
  if (!following && order === null) return (text) => text;
  return (text) => {
    const pair = following ? text.trim().match(PAIR) : null;
    if (pair) return `${pair[1]}/${Number(pair[1]) + 1}`;
    const date = order === null ? null : text.trim().match(SLASHED);
    return date ? isoDate(date, order === "month") : text;
  };
}

const matches = (labels: readonly string[], form: RegExp): RegExpMatchArray[] =>
  labels.map((label) => label.match(form)).filter((found) => found !== null);

/** Which comes first, the day or the month; null where no date tells or they disagree. */
function orderOf(dates: readonly RegExpMatchArray[]): "day" | "month" | null {
  const firstBeyond = dates.some(([, first]) => Number(first) > 12);
  const secondBeyond = dates.some(([, , second]) => Number(second) > 12);
  if (firstBeyond === secondBeyond) return null;
  return firstBeyond ? "day" : "month";
}

function isoDate([, first = "", second = "", year = ""]: RegExpMatchArray, monthFirst: boolean): string {
  const [month, day] = monthFirst ? [first, second] : [second, first];
  const whole = year.length === 4 ? year : `${Number(year) < 70 ? "20" : "19"}${year}`;
  return `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
