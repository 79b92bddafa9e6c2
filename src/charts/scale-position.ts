import type { Position, Scale } from "./spec.ts";

/**
 * Where on its axis does a position lie, as a share of the length?
 *
 * @remarks
 * A linear scale runs from 0 at the start of its domain to 1 at its end; a band scale gives the middle of the band.
 */
export function scalePosition(scale: Scale, position: Position): number {
  if (scale.kind === "band") return (scale.domain.indexOf(position) + 0.5) / Math.max(1, scale.domain.length);
  const [from, to] = scale.domain as readonly [number, number];
  return to === from ? 0.5 : (Number(position) - from) / (to - from);
}
