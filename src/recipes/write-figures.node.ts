import type { Description } from "../charts/spec.ts";
import { toCsv } from "../export/csv.ts";
import { toPng } from "../export/png.node.ts";
import { toSvg } from "../export/svg.node.ts";
import { type WriteFile, writeFolder } from "../export/write-folder.node.ts";
import type { ColumnTable } from "../model/table.ts";
import { tableMetadata } from "./table-metadata.ts";

/** A chart, the table behind it, and the name its files carry. */
export interface FigureFiles {
  readonly id: string;
  readonly description: Description;
  readonly table: ColumnTable;
}

/**
 * Writes one figure: SVG with its font and PNG from both renderers' common description, its table as CSV and what the
 * columns mean as JSON.
 */
export async function writeFigure(write: WriteFile, { id, description, table }: FigureFiles): Promise<void> {
  await write(`${id}.svg`, await toSvg(description, { text: "embedded" }));
  await write(`${id}.png`, toPng(await toSvg(description)));
  await write(`${id}.csv`, toCsv(table));
  await write(`${id}.json`, `${JSON.stringify(tableMetadata(table, description), null, 2)}\n`);
}

/**
 * Writes a folder of figures, whole or not at all.
 *
 * @returns names of the files written
 * @throws {@link ComparandaError} `folder.occupied`
 */
export function writeFigures(folder: string, figures: readonly FigureFiles[]): Promise<string[]> {
  return writeFolder(folder, async (write) => {
    for (const figure of figures) await writeFigure(write, figure);
  });
}
