import type { SeriesBreak } from "../model/series-break.ts";

/**
 * The breaks that concern an indicator: its own, those of its family, and those that name neither.
 *
 * @param breaks - breaks of a panel
 * @param indicator - id, and family where one is known
 */
export function breaksOf(
  breaks: readonly SeriesBreak[],
  { indicator, family }: { readonly indicator: string | null; readonly family: string | null },
): SeriesBreak[] {
  return breaks.filter((one) =>
    one.indicator === null ? one.family === null || one.family === family : one.indicator === indicator,
  );
}
