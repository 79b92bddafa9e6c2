const BLANK = /[ \u00a0\u3000]+/;
const NUMBER = /^-?\d[\d,]*(?:\.\d+)?[%％]?$/;
/** A label is no single letter: letters set wide apart make no row. */
const LABEL = /^[^。；，：;:]{2,}$/;
/** A row is no longer than a line of a page. */
const LONGEST = 160;
/** One number after a label may stand in any sentence. */
const FEWEST = 2;

interface Fields {
  readonly from: number;
  readonly to: number;
  readonly labels: number;
  readonly numbers: number;
}

/**
 * Which lines are rows of a table whose columns stand apart by blanks, as text taken out of a page leaves them?
 *
 * @remarks
 * Such a row is labels and then at least two numbers; the next row has as many numbers, or the line above has as many
 * fields and no number. Blanks between its fields become tabs, so that they are read as any table; every other character
 * stays where it was.
 *
 * @param raw - the text as read
 * @returns text of the same length
 * @example
 * ```ts @import.meta.vitest
 * expect(tabRows("项目 2021年 2022年\n受理 31 45\n审结 30 41")).toBe("项目\t2021年\t2022年\n受理\t31\t45\n审结\t30\t41")
 * expect(tabRows("审 结 5 37 件")).toBe("审 结 5 37 件")
 * ```
 */
export function tabRows(raw: string): string {
  if (!/\d[ \u00a0\u3000]+\d/.test(raw)) return raw;
  const lines = fieldsOf(raw);
  const isRow = (line: Fields | undefined): boolean => line !== undefined && line.labels > 0 && line.numbers >= FEWEST;
  const isHead = (line: Fields | undefined, row: Fields): boolean =>
    line !== undefined && line.numbers === 0 && line.labels === row.labels + row.numbers;
  const rows = lines.map((line, i) => {
    const [before, after] = [lines[i - 1], lines[i + 1]];
    const beside = [before, after].some((other) => isRow(other) && other?.numbers === line.numbers);
    return isRow(line) && (beside || isHead(before, line));
  });
  const tabbed = lines.filter((line, i) => rows[i] || (rows[i + 1] && isHead(line, lines[i + 1] as Fields)));
  let text = "";
  let at = 0;
  for (const { from, to } of tabbed) {
    text += raw.slice(at, from) + tabbedRow(raw.slice(from, to));
    at = to;
  }
  return text + raw.slice(at);
}

/** The last blank of every gap becomes a tab; those around the row stay. */
const tabbedRow = (line: string): string =>
  line.replace(/(?<=[^ \u00a0\u3000][ \u00a0\u3000]*)[ \u00a0\u3000](?=[^ \u00a0\u3000\r])/g, "\t");

/** Lines that hold something; those that cannot be of such a table count as one field. */
function fieldsOf(raw: string): Fields[] {
  const lines: Fields[] = [];
  for (let from = 0; from < raw.length; ) {
    let to = raw.indexOf("\n", from);
    if (to < 0) to = raw.length;
    const content = to - from <= LONGEST ? raw.slice(from, to).trim() : "。";
    if (content !== "") lines.push({ from, to, ...countsOf(content) });
    from = to + 1;
  }
  return lines;
}

function countsOf(content: string): Pick<Fields, "labels" | "numbers"> {
  const fields = content.split(BLANK);
  const numbers = fields.length - 1 - fields.findLastIndex((field) => !NUMBER.test(field));
  const labels = fields.slice(0, fields.length - numbers);
  return labels.every((label) => LABEL.test(label) && !NUMBER.test(label))
    ? { labels: labels.length, numbers }
    : { labels: 0, numbers: 0 };
}
