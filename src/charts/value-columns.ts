import { CHART_WORDS } from "../model/messages/chart-words.ts";
import { textWidth } from "../util/text-width.ts";
import { type ChartSettings, highlighted } from "./chart-options.ts";
import type { ChartRow } from "./chart-row.ts";
import { columnInWords } from "./quantity.ts";
import { carried, words } from "./row-marks.ts";
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
    ...carried(row, marked.has(row.region) ? "highlight" : "plain", settings.language),
  }));
  return {
    texts: [words(head, "head", { edge: "end", dx, dy: -13, anchor: "end", tone: "muted" }), ...texts],
    right: dx,
  };
}

/** The columns of values and of ranks with their ranges, right of a panel of rows by region. */
export function valueColumns(known: readonly ChartRow[], settings: ColumnSettings): TextRow[] {
  const { language } = settings;
  const say = CHART_WORDS[language];
  const rows: TextRow[] = [];
  let left = 14;
  if (settings.values && known.length > 0) {
    const texts = columnInWords(known, language);
    const cells = known.map((row, i) => ({ row, text: texts[i] as string }));
    const values = column(say.valueHead, cells, left, settings);
    rows.push(...values.texts);
    left = values.right + 18;
  }
  if (settings.ranks && known.some((row) => row.rank !== null)) {
    const ranges = known.some((row) => row.rankFrom !== null && row.rankTo !== null);
    const cells = known
      .filter((row) => row.rank !== null)
      .map((row) => ({ row, text: say.rankCell(row.rank as number, row.rankFrom, row.rankTo) }));
    rows.push(...column(ranges ? say.rankRangeHead : say.rankHead, cells, left, settings).texts);
  }
  return rows;
}
