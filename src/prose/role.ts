import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { moreThan, paceOf } from "./pace.ts";
import type { Quantity } from "./quantity.ts";
import type { Scene } from "./scene.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

/** What a number is, before it is asked of what. */
export type Role = "level" | "compared_level" | "change" | "share" | "multiple" | "target" | "benchmark" | "respondent";

export interface RoleFound {
  readonly role: Role;
  /** −1 where the change is a fall. */
  readonly sign: 1 | -1;
  /** The word that decides, where one does. */
  readonly cue: Token | null;
}

/**
 * What is this number: a level, a change, a share, a target, a figure of others?
 *
 * @remarks The word nearest before the number decides; fillers between are passed over.
 */
export function roleOf(place: Neighbourhood, quantity: Quantity, scene: Scene): RoleFound {
  const found = (role: Role, cue: Token | null = null, sign: 1 | -1 = 1): RoleFound => ({ role, sign, cue });
  const isPoint = quantity.units[0] === "point";
  const bench = place.clause.find((token) => is(token, CUE.benchmark));
  const planned = isPlanned(place, quantity, scene);
  const isRank = quantity.units[0] === "rank";
  if (!isRank && place.before.some((token) => scene.frame.above.has(textOf(token))))
    return found("benchmark", null, fallSign(place));
  if (bench && (isPoint || !(planned || isLevelAfter(place, bench)))) return found("benchmark", bench, fallSign(place));
  const pace = paceOf(place);
  if (pace) return found("change", pace, /[降减]/.test(textOf(pace)) ? -1 : 1);
  const cue = decidingWord(place) ?? moreThan(place);
  if (cue) {
    if (is(cue, CUE.to)) return found(planned ? "target" : "level", cue);
    if (is(cue, CUE.share) && quantity.units[0] === "percent") return found("share", cue);
    if (is(cue, CUE.up)) return found("change", cue, 1);
    if (is(cue, CUE.down)) return found("change", cue, -1);
  }
  if (isPoint) return found("change", null, fallSign(place));
  if (planned) return found("target");
  if (quantity.units[0] === "multiple") return found("multiple");
  if (isCompared(place)) return found("compared_level");
  return found(place.clause.some((token) => is(token, CUE.respondent)) ? "respondent" : "level");
}

const PASSED = [CUE.filler, CUE.having, CUE.respectively, CUE.each, CUE.prior, CUE.current];
const MOVES = [CUE.up, CUE.down, CUE.to];

/** The nearest deciding word with nothing but fillers and times between; 占 may have its base between. */
function decidingWord(place: Neighbourhood): Token | null {
  let gap = place.number.gap;
  for (const token of place.before) {
    if (is(token, CUE.share)) return token;
    if (gap > 0) break;
    if (isOneOf(token, MOVES)) return token;
    if (token.kind !== "time" && !isOneOf(token, PASSED)) break;
    gap += token.gap;
  }
  return place.before.find((token) => is(token, CUE.share)) ?? null;
}

function isPlanned(place: Neighbourhood, quantity: Quantity, scene: Scene): boolean {
  const { span, frame } = scene;
  if (scene.plan && isBase(place, scene)) return false;
  if (scene.plan || (scene.ahead && !isDone(place)) || isTask(place)) return true;
  if (span.named && span.year !== null && frame.year !== null && span.year > frame.year) return true;
  const aim = place.before.find((token) => is(token, CUE.target));
  const opener = aim && place.tokens[aim.index - 1];
  const opens = aim?.gap === 0 && (opener === undefined || endsClause(opener));
  // 今年我们将力争: whoever strives aims at all that follows.
  if (aim && (opens || isOpened(aim, place.tokens) || /^(?:力争|争取)/.test(textOf(aim)))) scene.aiming = true;
  if (isDemanded(place, quantity)) return true;
  // 力争…,调解纠纷3000件以上: so much at least is aimed at as well.
  if (scene.aiming && quantity.qualifier === "at_least" && quantity.units[0] !== "percent") return true;
  return aim !== undefined || (scene.aiming && quantity.units[0] === "percent" && !place.clause.some(isTimed));
}

/** 今年我们将力争: nothing but a time and who aims stands before. */
function isOpened({ index, gap }: Token, tokens: readonly Token[]): boolean {
  if (gap > LONGEST_WHO) return false;
  let timed = false;
  for (let i = index - 1; i >= 0 && !endsClause(tokens[i] as Token); i -= 1) {
    const token = tokens[i] as Token;
    if (token.gap > 0 || !(isTimed(token) || isOneOf(token, [CUE.filler, CUE.plan_heading]))) return false;
    timed ||= isTimed(token) || is(token, CUE.plan_heading);
  }
  return timed;
}
const LONGEST_WHO = 4;

/** 到2025年达到98%,2020年为62.3%: what a plan starts from was reached, and so was what it calls the actual value. */
function isBase({ before, clause }: Neighbourhood, { span, frame }: Scene): boolean {
  if (clause.some((token) => isOneOf(token, [CUE.target, CUE.demand]))) return false;
  if (before.some((token) => is(token, CUE.actual))) return true;
  return span.named && !span.several && span.year !== null && frame.year !== null && span.year < frame.year;
}

/** 超额完成办案2420件工作任务: what was to be done, whatever was done. */
function isTask({ after }: Neighbourhood): boolean {
  for (const token of after) {
    if (token.gap > 0) return false;
    if (is(token, CUE.target)) return /任务|目标|指标|计划/.test(textOf(token));
    if (!is(token, CUE.filler)) return false;
  }
  return false;
}

/** 全年共受理561件,预计2024年超过700件: told as done, in a clause before the one that looks ahead. */
function isDone({ tokens, number, clause, after }: Neighbourhood): boolean {
  if (!clause.some((token) => is(token, CUE.done))) return false;
  const last = after.at(-1) ?? number;
  if (after.some(looksOn) || clause.some(looksOn)) return false;
  if (tokens[last.index + 1]?.kind !== "comma") return false;
  for (let i = number.index - 1; i >= 0 && tokens[i]?.kind !== "stop"; i -= 1) {
    if (isPlanWord(tokens[i] as Token)) return false;
  }
  return true;
}

const isPlanWord = (token: Token): boolean => is(token, CUE.plan_text) || is(token, CUE.target);
const looksOn = (token: Token): boolean => isPlanWord(token) || Boolean(token.time?.year);

/** 要求出庭应诉率达到95%以上: what somebody asks for, in the very clause. */
function isDemanded(place: Neighbourhood, { units, qualifier }: Quantity): boolean {
  if (qualifier !== "at_least" && units[0] !== "percent") return false;
  return place.before.some((token) => is(token, CUE.demand));
}

/** 全年, 今年, 2023年: what was reached, not what is aimed at. */
const isTimed = (token: Token): boolean => token.kind === "time" || is(token, CUE.current);

/** 比2023年的76.8%提高, 与上年同期收案402件相比: the number of the year compared with. */
function isCompared(place: Neighbourhood): boolean {
  let timed = false;
  const [after] = place.after;
  const framed = after?.gap === 0 && is(after, CUE.compared);
  const moved = framed || (after?.gap === 0 && isOneOf(after, [CUE.up, CUE.down]));
  for (const token of place.before) {
    if (token.kind === "time" || is(token, CUE.prior)) timed = true;
    else if (is(token, CUE.than) || (framed && is(token, CUE.compare))) return timed;
    else if (moved && !timed && token.word !== null) continue;
    else if (!isOneOf(token, [CUE.filler, CUE.having, CUE.compared])) return false;
  }
  return false;
}

/** 高于全省平均水平,达98%: a word of level between the benchmark and the number, and no other region. */
function isLevelAfter(place: Neighbourhood, bench: Token): boolean {
  const between = place.before.filter((token) => token.index > bench.index);
  return between.some((token) => is(token, CUE.having)) && !between.some((token) => is(token, CUE.whole_region));
}

function fallSign(place: Neighbourhood): 1 | -1 {
  return place.clause.some((token) => textOf(token).includes("低") || is(token, CUE.down)) ? -1 : 1;
}
