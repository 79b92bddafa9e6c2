import { nice, ticks } from "d3-array";
import type { Language } from "../model/messages/message.ts";
import { formatNumber } from "../util/format-number.ts";
import type { Scale } from "./spec.ts";

/** From this share of the largest value on, the smallest is far enough from zero to leave zero out. */
const FAR_FROM_ZERO = 0.7;

/** The span of an axis that shows all values: with zero, unless they lie close together far from it. */
function span(values: readonly number[], percent: boolean): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high && low === 0) return [0, 1];
  const near = low > FAR_FROM_ZERO * high && low > 0 && low !== high;
  const [from, to] = nice(near ? low : Math.min(0, low), Math.max(0, high), 5);
  const limit = percent && high <= 100 ? 100 : Number.POSITIVE_INFINITY;
  return [from, Math.min(to, limit)];
}

/** What an axis of numbers needs to know. */
export interface NumberScaleOptions {
  readonly language: Language;
  readonly percent: boolean;
  /** The whole scale of a percentage instead of the span of the values. */
  readonly whole?: boolean;
  /** About how many ticks. */
  readonly count?: number;
  readonly title: string | null;
}

/**
 * An axis for these values, with its ticks printed.
 *
 * @remarks
 * Unit: that of the values; per cent signs stand at the ticks. Without values it runs from 0 to 1, or to 100 per cent.
 */
export function numberScale(values: readonly number[], options: NumberScaleOptions): Scale {
  const { language, percent, title } = options;
  const none = values.length === 0;
  const bounded = percent && values.every((value) => value >= 0 && value <= 100);
  const whole = bounded && (options.whole === true || none);
  const domain: [number, number] = whole ? [0, 100] : none ? [0, 1] : span(values, percent);
  const upTo = Math.max(...domain.map(Math.abs));
  return {
    kind: "linear",
    domain,
    ticks: ticks(domain[0], domain[1], options.count ?? 5).map((value) => ({
      value,
      label: formatNumber(value, language, { digits: 6, upTo }) + (percent ? "%" : ""),
      tone: "muted" as const,
    })),
    title,
    grid: true,
  };
}
