import { cut, linesOf, type PageLine } from "./join-lines.ts";
import type { NormalText } from "./normalise.ts";

const BAR = "|";

/**
 * Which lines are cells of one row that a mirror page broke after every bar, and what does the text read with whole rows?
 *
 * @remarks
 * Such a row opens with a line that is a bar and nothing else; every line after it ends with a bar, up to the next such
 * opening. An empty cell is a bar alone as well: it opens no row unless words follow it.
 *
 * @param normal - as `normalise` gives it
 * @returns the same text where no row is broken
 */
export function joinRows(normal: NormalText): NormalText {
  if (!normal.text.includes(`\n${BAR}\n`)) return normal;
  const lines = linesOf(normal);
  let open = false;
  const parts = lines.map((line, i): [number, number] => {
    const next = lines[i + 1];
    open = opensRow(line, next) || (open && line.text.endsWith(BAR));
    const joins = open && next?.text.endsWith(BAR) === true && !opensRow(next, lines[i + 2]);
    return [line.from, joins || next === undefined ? line.to : line.to + 1];
  });
  return cut(normal, parts);
}

const opensRow = (line: PageLine, next: PageLine | undefined): boolean =>
  line.text === BAR && next !== undefined && next.text !== BAR && next.text.endsWith(BAR);
