import { textWidth } from "../util/text-width.ts";
import { scalePosition } from "./scale-position.ts";
import type { Scale } from "./spec.ts";
import { TYPE_SCALE } from "./type-scale.ts";

const BETWEEN = 6;

/** A horizontal scale with every second, third … tick left out until no two labels touch. */
export function thinTicks(scale: Scale, width: number): Scale {
  const { size } = TYPE_SCALE.tick;
  const boxes = scale.ticks.map((tick) => {
    const middle = scalePosition(scale, tick.value) * width;
    const half = textWidth(tick.label, size) / 2;
    return { left: middle - half, right: middle + half };
  });
  const touching = (step: number) => {
    const kept = boxes.filter((_, i) => i % step === 0);
    return kept.some((box, i) => i > 0 && box.left < (kept[i - 1]?.right ?? 0) + BETWEEN);
  };
  let step = 1;
  while (touching(step)) step += 1;
  return step === 1 ? scale : { ...scale, ticks: scale.ticks.filter((_, i) => i % step === 0) };
}
