import { BODY_CUES, CUES, type Cue } from "./lexicon.ts";

/** Where in the cues of a word each cue has its byte. */
export const CUE = Object.fromEntries(CUES.map((cue, index) => [cue, index])) as Readonly<Record<Cue, number>>;
const NEUTRAL: readonly Cue[] = [
  "filler",
  "having",
  "than",
  "compared",
  "share",
  "up",
  "down",
  "to",
  "compare",
  "respectively",
  "each",
  "benchmark",
  "prior",
  "current",
  "now",
  "several",
  "whole_region",
  "government",
  "departments",
  "courts",
  "joint",
  "actual",
];
export const ACTING: readonly Cue[] = [
  ...BODY_CUES,
  "component",
  "narrows",
  "other_of",
  "breakdown",
  "current",
  "now",
  "whole_year",
  "redacted",
  "several",
  "prior",
  "organ",
  "zero",
  "focus",
  "everybody",
  "practitioner",
  "target",
];
export const isNeutral = (cues: Uint8Array): boolean => NEUTRAL.some((cue) => cues[CUE[cue]] === 1);

export function onlyCue(cue: Cue): Uint8Array {
  const cues = new Uint8Array(CUES.length);
  cues[CUE[cue]] = 1;
  return cues;
}
