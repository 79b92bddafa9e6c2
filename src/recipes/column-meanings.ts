import { FIGURE_MEANINGS } from "./column-meanings-figures.ts";
import { RESULT_MEANINGS } from "./column-meanings-results.ts";

/** What a column of a comparison means, in both languages. */
export interface ColumnMeaning {
  readonly zh: string;
  readonly en: string;
}

const MEANINGS: Readonly<Record<string, ColumnMeaning>> = { ...FIGURE_MEANINGS, ...RESULT_MEANINGS };

/** The meaning of a column; null where it is none of ours. */
export function meaningOf(name: string): ColumnMeaning | null {
  const own = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  if (own !== undefined) return own;
  if (!name.startsWith("weight_")) return null;
  const node = name.slice("weight_".length);
  return { zh: `${node} 的权重`, en: `weight of ${node}` };
}

/** The meaning of a column; its own name where it is not one of ours. */
export function columnMeaning(name: string): ColumnMeaning {
  return meaningOf(name) ?? { zh: name, en: name };
}
