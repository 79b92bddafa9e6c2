import type { Place } from "../model/finding.ts";
import type { ColumnTable } from "../model/table.ts";
import { dictionaryOf, numbersOrNone, orNull } from "./columns.ts";

/** Where in the data the rows of a comparison sit. */
export function placing(table: ColumnTable): (row: number) => Partial<Place> {
  const [region, indicator] = [dictionaryOf(table, "region"), dictionaryOf(table, "indicator")];
  const year = numbersOrNone(table, "year");
  return (row) => ({ region: region.at(row), indicator: indicator.at(row), year: orNull(year[row]) });
}
