import type { Edges } from "../model/edges.ts";

/** What a unit allows at all: 0 to 100 for percent, at least 0 for counts, anything for differences. */
export function boundsOf(unit: string | null): Edges {
  if (unit === "percent") return { lower: 0, upper: 100 };
  const signed = unit === null || unit === "point" || unit === "percentage_point" || unit === "yuan";
  return { lower: signed ? Number.NEGATIVE_INFINITY : 0, upper: Number.POSITIVE_INFINITY };
}
