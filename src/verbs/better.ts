import type { Direction } from "../model/indicator.ts";
import type { ColumnTable } from "../model/table.ts";
import { dictionaryOf, hasColumn } from "./columns.ts";

/** Which end of a scale is good. */
export type Better = "higher" | "lower";

/**
 * Which end is good, by row: as asked for, otherwise by the column `direction`; neutral and absent count as higher. A `score`
 * is high where the figure is good, whatever the direction of the figure.
 */
export function betterOf(table: ColumnTable, by: string, asked?: Better): (row: number) => Better {
  if (asked !== undefined || by === "score" || !hasColumn(table, "direction")) return () => asked ?? "higher";
  const direction = dictionaryOf(table, "direction");
  return (row) => (direction.at(row) === "lower_better" ? "lower" : "higher");
}

/** Which direction is good, by row; a neutral figure is only higher or lower, unless one end was asked for. */
export function polarityOf(table: ColumnTable, by: string, asked?: Better): (row: number) => Direction {
  if (asked === undefined && by === "score") return () => "higher_better";
  const better = betterOf(table, by, asked);
  const direction = dictionaryOf(table, "direction");
  return (row) => {
    const known = direction.at(row);
    if (asked === undefined && known !== "higher_better" && known !== "lower_better") return "neutral";
    return better(row) === "higher" ? "higher_better" : "lower_better";
  };
}
