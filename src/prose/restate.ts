import { bind } from "./bind.ts";
import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { amountOf, ofSentence, type Reading, type Scene } from "./scene.ts";
import { is, isOneOf, type Token } from "./token.ts";

/** A figure said roughly and then exactly is at least so sure. */
const RESTATED = 0.85;
/** The exact figure lies no farther from the rough one than this share of it. */
const NEAR = 0.25;
const LONGEST_CLAUSE = 24;
const ROUGHLY = /突破|超过?|逾|近$/;

/** 首次突破两成,达23.2%: the exact figure of what was said roughly right before. */
export function exactLevel(place: Neighbourhood, quantity: Quantity, scene: Scene): Reading | null {
  const last = scene.readings.at(-1);
  if (last?.sentence !== scene.sentence || last.kind !== "observation" || quantity.qualifier !== "exact") return null;
  if (!quantity.units.includes(last.unit) || quantityBefore(place)?.start !== last.start) return null;
  const said = scene.text.slice(Math.max(0, last.start - 4), last.start);
  if (last.qualifier === "exact" && !ROUGHLY.test(said)) return null;
  if (!saysOnlyThat(place) || Math.abs(quantity.value - last.value) > NEAR * last.value) return null;
  const confidence = Math.max(RESTATED, last.confidence);
  return { ...last, ...amountOf(quantity), confidence, rule: `${last.rule}+exact` };
}

/** Nothing but 达 or 为, and a time, stands before the number in its clause. */
function saysOnlyThat({ before, number }: Neighbourhood): boolean {
  if (number.gap > 0 || before.length === 0 || before.some((token) => token.gap > 0)) return false;
  return before.every((token) => token.kind === "time" || isOneOf(token, [CUE.having, CUE.filler, CUE.until]));
}

function quantityBefore({ tokens, number }: Neighbourhood): Quantity | null {
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const { quantity, kind } = tokens[i] as Token;
    if (kind === "stop" || quantity) return quantity;
  }
  return null;
}

/** 发案量持续增长,至2022年已达561件: what the clause before speaks of, without a number of its own. */
export function trendLevel(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  if (!saysOnlyThat(place) || !place.before.some((token) => is(token, CUE.having))) return null;
  const { tokens, number } = place;
  const before: Token[] = [];
  for (let i = (place.before.at(-1) as Token).index - 2; i >= 0 && before.length < LONGEST_CLAUSE; i -= 1) {
    const token = tokens[i] as Token;
    if (token.quantity) return null;
    if (endsClause(token)) break;
    before.push(token);
  }
  if (!before.some((token) => isOneOf(token, [CUE.up, CUE.down, CUE.to]))) return null;
  const told = before.filter((token) => token.word !== null).map((token) => ({ ...token, gap: 0 }));
  const found = bind({ ...place, before: told, clause: told, number: { ...number, gap: 0 } }, quantity, scene, matcher);
  return found && reading(found.bound, quantity, "observation", { ...found, unexplained: 1 }, scene);
}

/** 撤销3件、变更1件,共4件: the total of what was listed, where the parts of a known total add up to it. */
export function listedTotal(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  if (!quantity.units.includes("case") || !saysOnlyThat(place)) return null;
  const read = ofSentence(scene).filter((one) => one.kind === "observation" && one.unit === "case");
  for (const { total, parts, complete } of matcher.lexicon.sums) {
    const indicator = complete && total.length === 1 && matcher.lexicon.indicators.find(({ id }) => id === total[0]);
    const last = read.at(-1);
    if (!indicator || !last || !addUp(read, parts, quantity.value)) continue;
    const { id, family } = indicator;
    return { ...last, ...amountOf(quantity), indicator: id, family, rule: `${id}/sum` };
  }
  return null;
}

/** Do the last two or more of these figures, all of them parts, add up to this total? */
function addUp(read: readonly Reading[], parts: readonly string[], total: number): boolean {
  let sum = 0;
  for (let i = read.length - 1; i >= 0 && sum < total; i -= 1) {
    const { indicator, value } = read[i] as Reading;
    if (!parts.includes(indicator)) return false;
    sum += value;
    if (sum === total) return i < read.length - 1;
  }
  return false;
}
