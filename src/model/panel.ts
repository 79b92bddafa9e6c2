import type { Finding } from "./finding.ts";
import type { Indicator } from "./indicator.ts";
import type { Region } from "./region.ts";
import type { SeriesBreak } from "./series-break.ts";
import type { Source } from "./source.ts";
import type { ColumnTable } from "./table.ts";

/**
 * Observations with all that is needed to read them: what every verb takes.
 *
 * `observations` is an Arquero table with the columns of {@link OBSERVATION_COLUMNS}.
 */
export interface Panel {
  readonly observations: ColumnTable;
  readonly regions: ReadonlyMap<string, Region>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly breaks: readonly SeriesBreak[];
  readonly findings: readonly Finding[];
}
