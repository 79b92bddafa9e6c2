import type { DictionaryColumn } from "../model/table.ts";
import type { AsideReason } from "./account.ts";
import { AsideLog } from "./aside-log.ts";
import type { Block, Layout } from "./layout.ts";
import { cellText, type OddRow, type RawTable } from "./raw-table.ts";
import type { RegionResolver } from "./resolve-regions.ts";
import { Sections } from "./sections.ts";

const NOTE =
  /^(?:注|说明|备注|资料来源|数据来源|来源|附注|notes?\b|source|data from|last updated|\*|#|①|②|\d+[.、)]|[a-z]\)|[((]?\d+[))]|data source|extracted)/iu;

/** Rows that are no rows of figures: blank, notes, sections, headings printed again, rows with too many cells. */
export class RowFacts {
  /** 0: a row of figures, 1: blank, 2: set aside. */
  readonly state: Uint8Array;
  readonly aside: AsideLog;
  readonly sections: Sections;

  constructor(
    private readonly raw: RawTable,
    layout: Layout,
    resolver: RegionResolver,
  ) {
    this.state = new Uint8Array(raw.length);
    this.aside = new AsideLog(raw.length);
    this.sections = new Sections(layout.section);
    const width = raw.columns.length;
    const label = layout.blocks[0]?.region ?? null;
    for (const odd of raw.oddRows) {
      if (odd.filled === 0) this.state[odd.row] = 1;
      else if (odd.cells > width) this.setAside(odd.row, "ragged", odd.text);
      else if (odd.filled === 1 && width > 1) this.judgeLone(odd, layout, label, resolver);
    }
    this.findRepeatedHeadings(layout);
  }

  setAside(row: number, reason: AsideReason, text: string): void {
    this.state[row] = 2;
    this.aside.add(row, reason, text);
  }

  /** A row with one text: the name of a place without figures stays, a note or the title of a section goes. */
  private judgeLone(odd: OddRow, layout: Layout, label: number | null, resolver: RegionResolver): void {
    const values = layout.blocks.flatMap((block) => block.values.map(({ column }) => column));
    if (
      values.some((column) => cellText(this.raw.columns[column] as RawTable["columns"][number], odd.row).trim() !== "")
    ) {
      // The same text in all cells is a merged title, not a figure.
      const cells = this.raw.columns.filter((column) => cellText(column, odd.row).trim() !== "").length;
      if (cells <= 1) return;
    }
    const text =
      label === null ? odd.text : cellText(this.raw.columns[label] as RawTable["columns"][number], odd.row).trim();
    const known = resolver.knows(text);
    if (known && !NOTE.test(text)) return;
    const shown = text || odd.text;
    const isNote = NOTE.test(shown) || shown.length > 40;
    this.setAside(odd.row, isNote ? "note" : "section", shown);
    if (!isNote && !/^续表/u.test(shown)) this.sections.add(odd.row, shown);
  }

  private findRepeatedHeadings(layout: Layout): void {
    const first = layout.blocks[0];
    const labels = [first?.region, first?.year, ...(first?.indicator ?? [])].filter(
      (column) => typeof column === "number",
    );
    for (const column of labels) {
      const raw = this.raw.columns[column];
      const heading = layout.headings[column]?.split(" / ").pop() ?? "";
      if (raw?.kind !== "text" || heading === "") continue;
      const code = raw.texts.values.indexOf(heading);
      if (code < 0) continue;
      for (let row = 0; row < this.raw.length; row += 1)
        if (raw.texts.codes[row] === code && this.state[row] === 0) this.setAside(row, "repeated_heading", heading);
    }
  }
}

/** Whether no cell of a block holds anything in this row: a shorter table beside a longer one. */
export function isBlockBlank(raw: RawTable, block: Block, row: number): boolean {
  const columns = [block.region, block.year, ...block.indicator, ...block.values.map(({ column }) => column)];
  return columns.every(
    (column) => column === null || cellText(raw.columns[column] as RawTable["columns"][number], row).trim() === "",
  );
}

/** The dictionary of a label column; label columns are always read as texts. */
export function labelsOf(raw: RawTable, column: number | null): DictionaryColumn | null {
  const found = column === null ? undefined : raw.columns[column];
  return found?.kind === "text" ? found.texts : null;
}
