import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import type { Values } from "./present.ts";
import { seriesOf } from "./series.ts";

/**
 * Compound annual growth: which steady yearly growth leads from the first value to the last?
 *
 * @remarks
 * Unit: a share per year; 0.05 is 5 %. Missing: dropped; only the first and last known year count. Refused: fewer than
 * two known years (`few_points`), a first value of 0 (`zero_base`), a change of sign (`not_positive`). Equal values
 * have growth 0, even 0 and 0.
 * Source: definition, as COINr's CAGR. Oracle: test/oracles/yoy_cagr_index.json.
 *
 * @throws {@link ComparandaError} `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(compoundGrowth([2019, 2020, 2021], [80, null, 120]).value).toBeCloseTo(0.224745, 6)
 * ```
 */
export function compoundGrowth(years: Values, values: Values): NumberOutcome {
  const series = seriesOf("compoundGrowth", years, values);
  const first = series.values[0];
  const last = series.values.at(-1);
  const span = (series.years.at(-1) ?? 0) - (series.years[0] ?? 0);
  if (first === undefined || last === undefined || span === 0) return noNumber("few_points");
  if (first === last) return answered({ value: 0 });
  if (first === 0) return noNumber("zero_base");
  if (last / first < 0) return noNumber("not_positive");
  return answered({ value: (last / first) ** (1 / span) - 1 });
}
