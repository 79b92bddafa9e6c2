import type { Neighbourhood } from "./clause.ts";
import { cueBit } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Scene } from "./scene.ts";
import type { Token } from "./token.ts";

/** What a number is, before it is asked of what. */
export type Role = "level" | "compared_level" | "change" | "share" | "multiple" | "target" | "benchmark" | "respondent";

const up = cueBit("up");
const down = cueBit("down");
const to = cueBit("to");
const share = cueBit("share");
const compare = cueBit("compare");
const respectively = cueBit("respectively");
const filler = cueBit("filler");
const prior = cueBit("prior");
const benchmark = cueBit("benchmark");
const target = cueBit("target");
const respondent = cueBit("respondent");
const whole = cueBit("whole_region");

/** 1 where the change is a fall. */
export interface RoleFound {
  readonly role: Role;
  readonly sign: 1 | -1;
  /** Index of the token that decides, so that an anchor before or after it can be told. */
  readonly cue: number;
}

const cuesOf = (token: Token): number => token.word?.cues ?? 0;

/**
 * What is this number: a level, a change, a share, a target, a figure of others?
 *
 * @remarks The word nearest before the number decides; fillers between are passed over.
 */
export function roleOf(place: Neighbourhood, quantity: Quantity, scene: Scene): RoleFound {
  const found = (role: Role, cue = -1, sign: 1 | -1 = 1): RoleFound => ({ role, sign, cue });
  const bench = place.clause.find((index) => (cuesOf(place.tokens[index] as Token) & benchmark) !== 0);
  const isPoint = quantity.units[0] === "point";
  const near = nearestRole(place);
  const isTarget = isPlanned(place, scene);
  if (bench !== undefined && (isPoint || !isLevelAfter(place, bench))) return found("benchmark", bench, fallsShort(place) ? -1 : 1);
  if (near !== null) {
    const cues = cuesOf(place.tokens[near] as Token);
    if ((cues & to) !== 0) return isTarget ? found("target", near) : found("level", near);
    if ((cues & share) !== 0 && quantity.units[0] === "percent") return found("share", near);
    if ((cues & up) !== 0) return found("change", near, 1);
    if ((cues & down) !== 0) return found("change", near, -1);
  }
  if (isPoint) return found("change", -1, fallsShort(place) ? -1 : 1);
  if (isTarget) return found("target");
  if (quantity.units[0] === "multiple") return found("multiple");
  if (isCompared(place)) return found("compared_level");
  if (place.clause.some((index) => (cuesOf(place.tokens[index] as Token) & respondent) !== 0)) return found("respondent");
  return found("level");
}

/** The nearest deciding word before the number with nothing but fillers, times and joints between. */
function nearestRole(place: Neighbourhood): number | null {
  let gap = (place.tokens[place.at] as Token).gap;
  for (const index of place.before) {
    const token = place.tokens[index] as Token;
    const cues = cuesOf(token);
    if ((cues & share) !== 0) return index;
    if (gap > 0) return sharedBase(place, index);
    if ((cues & (up | down | to)) !== 0) return index;
    if (token.kind === "time" || (cues & (filler | respectively | prior)) !== 0) {
      gap += token.gap;
      continue;
    }
    return sharedBase(place, index);
  }
  return null;
}

/** 占收案总数的79.9%: the base stands between 占 and the number. */
function sharedBase(place: Neighbourhood, from: number): number | null {
  for (const index of place.before) {
    if (index > from) continue;
    const cues = cuesOf(place.tokens[index] as Token);
    if ((cues & share) !== 0) return index;
  }
  return null;
}

function isPlanned(place: Neighbourhood, scene: Scene): boolean {
  if (scene.plan || scene.ahead) return true;
  if (scene.yearNamed && scene.year !== null && scene.frame.year !== null && scene.year > scene.frame.year) return true;
  return place.before.some((index) => (cuesOf(place.tokens[index] as Token) & target) !== 0);
}

/** 比2023年的76.8%提高: the number right after the year compared with. */
function isCompared(place: Neighbourhood): boolean {
  let sawTime = false;
  for (const index of place.before) {
    const token = place.tokens[index] as Token;
    const cues = cuesOf(token);
    if (token.kind === "time" || (cues & prior) !== 0) sawTime = true;
    else if ((cues & compare) !== 0 && /^[比较]/.test(token.word?.text ?? "")) return sawTime;
    else if ((cues & filler) === 0) return false;
  }
  return false;
}

function isLevelAfter(place: Neighbourhood, bench: number): boolean {
  // 高于全省平均水平,达98%: a level word between the benchmark and the number.
  return place.before.some((index) => index > bench && ["达", "达到", "为"].includes((place.tokens[index] as Token).word?.text ?? "")) &&
    !place.before.some((index) => index > bench && (cuesOf(place.tokens[index] as Token) & whole) !== 0);
}

function fallsShort(place: Neighbourhood): boolean {
  return place.clause.some((index) => {
    const text = (place.tokens[index] as Token).word?.text ?? "";
    return text.includes("低") || (cuesOf(place.tokens[index] as Token) & down) !== 0;
  });
}
