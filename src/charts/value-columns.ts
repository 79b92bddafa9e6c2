import { CHART_WORDS } from "../model/messages/chart-words.ts";
import { textWidth } from "../util/text-width.ts";
import { type ChartSettings, highlighted } from "./chart-options.ts";
import type { ChartRow } from "./chart-row.ts";
import { columnInWords } from "./quantity.ts";
import { words } from "./row-marks.ts";
import type { TextRow } from "./spec.ts";
import { TYPE_SCALE } from "./type-scale.ts";

/** Which columns are printed. */
interface ColumnSettings extends ChartSettings {
  readonly values: boolean;
  readonly ranks: boolean;
}

/** A column of texts right of the panel, set flush right below its head. */
function column(
  head: string,
  cells: readonly { row: ChartRow; text: string }[],
  left: number,
  settings: ColumnSettings,
) {
  const { size } = TYPE_SCALE.mark;
  const marked = highlighted(settings);
  const width = Math.max(...[head, ...cells.map((cell) => cell.text)].map((text) => textWidth(text, size, true)));
  const dx = left + Math.ceil(width);
  const texts: TextRow[] = cells.map(({ row, text }) => ({
    ...words(text, row.key, { edge: "end", y: row.region, dx, anchor: "end" }),
    tone: marked.has(row.region) ? "highlight" : "plain",
  }));
  return {
    texts: [words(head, "head", { edge: "end", dx, dy: -13, anchor: "end", tone: "muted" }), ...texts],
    right: dx,
  };
}

/** The columns of values, ranks and ranges of ranks, right of a panel of rows by region. */
export function valueColumns(known: readonly ChartRow[], settings: ColumnSettings): TextRow[] {
  const say = CHART_WORDS[settings.language];
  const values = columnInWords(known, settings.language);
  const ranked = settings.ranks ? known.filter((row) => row.rank !== null) : [];
  const ranged = ranked.filter((row) => row.rankFrom !== null && row.rankTo !== null);
  const columns = [
    { head: say.valueHead, cells: settings.values ? known.map((row, i) => ({ row, text: values[i] as string })) : [] },
    { head: say.rankHead, cells: ranked.map((row) => ({ row, text: String(row.rank) })) },
    {
      head: say.rangeHead,
      cells: ranged.map((row) => ({ row, text: say.rangeCell(row.rankFrom as number, row.rankTo as number) })),
    },
  ].filter(({ cells }) => cells.length > 0);
  const texts: TextRow[] = [];
  let left = 14;
  for (const { head, cells } of columns) {
    const made = column(head, cells, left, settings);
    texts.push(...made.texts);
    left = made.right + 16;
  }
  return texts;
}
