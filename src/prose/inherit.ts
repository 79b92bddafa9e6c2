import { bind } from "./bind.ts";
import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE, type Matcher, stemOfBase } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { INHERITED, reading } from "./reading.ts";
import type { RoleFound } from "./role.ts";
import { amountOf, ofSentence, type Reading, type Scene, type Span } from "./scene.ts";
import { yearBefore } from "./take-time.ts";
import { is, isOneOf, type Token } from "./token.ts";

/** 比2023年的76.8%提高: the level of the year compared with, of what was read just before. */
export function comparedLevel(
  place: Neighbourhood,
  quantity: Quantity,
  scene: Scene,
  matcher: Matcher,
): Reading | null {
  const token = place.before.find((one) => one.time?.year || is(one, CUE.prior));
  if (token === undefined) return null;
  const when = token.time?.year ? { year: token.time.year } : yearBefore(scene.span.year);
  // 较2022年同期: the same months of that year.
  const months = place.before.some((one) => is(one, CUE.compared)) ? scene.span.months : null;
  const told = ofYear(quantity, when, scene);
  if (told) return { ...told, span: { ...told.span, months: told.span.months ?? months } };
  const own = bind(place, quantity, scene, matcher);
  const span = { ...when, months, several: false, named: true };
  return own && { ...reading(own.bound, quantity, "observation", own, scene), span };
}

/** 去年为177件: nothing but a time before the number goes on with what was read last. */
export function continuedLevel(place: Neighbourhood, quantity: Quantity, scene: Scene): Reading | null {
  if (place.number.gap > 0) return null;
  let timed = false;
  for (const token of place.before) {
    if (token.gap > 0) return null;
    if ((token.kind === "time" && !token.time?.idle) || is(token, CUE.prior)) timed = true;
    else if (token.word && !token.word.neutral && !is(token, CUE.component)) return null;
  }
  return timed && (scene.span.year !== null || scene.span.prior) ? ofYear(quantity, scene.span, scene) : null;
}

/** 由…到: the level left is last year's only where the text says so; otherwise the year is a guess, and a person decides. */
const GUESSED = 0.5;
const LEFT = "+left";

/** 由48.74%降至21.11%: the level left behind, under the year before. */
export function leftLevel(one: Reading, place: Neighbourhood, scene: Scene): Reading {
  const { year } = scene.frame;
  if (place.before.some((token) => token.time?.year || is(token, CUE.prior))) return one;
  const said = toldAgainstPrior(place);
  return {
    ...one,
    span: { ...yearBefore(year), months: one.span.months, several: false, named: true },
    confidence: said ? one.confidence : one.confidence * GUESSED,
    rule: said ? one.rule : one.rule + LEFT,
  };
}

/** 与上年相比, 同比: somewhere before in the sentence. */
function toldAgainstPrior({ tokens, number }: Neighbourhood): boolean {
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (token.kind === "stop") return false;
    if (is(token, CUE.prior) || (is(token, CUE.compare) && is(token, CUE.yearly))) return true;
  }
  return false;
}

/** Does 由 or 从 stand before this number, and a word of rise or fall between it and the next? */
export function isLeft({ tokens, number, after }: Neighbourhood): boolean {
  const [move] = after;
  const last = after.at(-1);
  if (!move || move.gap > 0 || !isOneOf(move, [CUE.up, CUE.down, CUE.to])) return false;
  if (tokens[(last as Token).index + 1]?.kind !== "quantity") return false;
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (is(token, CUE.out_of)) return true;
    if (token.kind !== "time" && !isOneOf(token, [CUE.prior, CUE.filler])) return false;
  }
  return false;
}

/** Was the number before this one left behind, so that this one is where it arrived: 由61件增加为88件? */
export function isArrival({ tokens, number }: Neighbourhood, scene: Scene): boolean {
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const { quantity, kind } = tokens[i] as Token;
    if (kind === "comma" || kind === "stop" || kind === "semicolon") return false;
    if (quantity) return quantity.start === scene.left;
  }
  return false;
}

/** 由2022年的48.74%下降到21.11%: the level arrived at is of the year of the report. */
export function arrivedLevel(place: Neighbourhood, quantity: Quantity, scene: Scene): Reading | null {
  const named = place.before.find((token) => token.time?.year)?.time?.year;
  const year = named ?? scene.spanAfter?.year ?? scene.frame.year;
  const one = ofYear(quantity, { year }, scene);
  if (!one) return null;
  // Where it came from may be a guess; where it arrived is not.
  return one.rule.includes(LEFT) ? { ...one, confidence: Math.min(1, one.confidence / GUESSED) } : one;
}

/** 远低于全市12%: a figure of others, of what was read just before. */
export function inheritedBenchmark(quantity: Quantity, scene: Scene): Reading | null {
  const last = ofSentence(scene).findLast((one) => quantity.units.includes(one.unit));
  if (!last) return null;
  return { ...last, ...amountOf(quantity), kind: "benchmark", region: null, rule: `${last.rule}+benchmark` };
}

function ofYear(
  quantity: Quantity,
  { year, prior = false }: Pick<Span, "year" | "prior">,
  scene: Scene,
): Reading | null {
  const fits = (unit: string): boolean =>
    quantity.units.length === 0
      ? unit === (Number.isInteger(quantity.value) ? "case" : "ratio")
      : quantity.units.includes(unit);
  const last = ofSentence(scene).findLast((one) => one.kind === "observation" && fits(one.unit));
  if (!last) return null;
  const months = scene.span.year === year || year === last.span.year ? scene.span.months : null;
  if (last.span.year === year && last.span.months === months && (last.span.prior ?? false) === prior) return null;
  return {
    ...last,
    ...amountOf(quantity),
    span: { year, months, several: false, named: true, prior },
    confidence: last.confidence * INHERITED,
    rule: `${last.rule}+year`,
  };
}

/** 要求出庭应诉率达到95%以上,我市达99.2%: what was reached of the target or standard just told of. */
export function reachedLevel(place: Neighbourhood, quantity: Quantity, scene: Scene): Reading | null {
  const last = scene.readings.at(-1);
  if (last?.kind !== "target" || last.sentence !== scene.sentence || !quantity.units.includes(last.unit)) return null;
  if (scene.plan || place.number.gap > 0 || !place.before.some((token) => is(token, CUE.having))) return null;
  if (!place.before.every((token) => token.gap === 0 && token.word?.neutral)) return null;
  const region = scene.place ? scene.place.code : scene.frame.region;
  const rule = `${last.rule}+reached`;
  return { ...last, ...amountOf(quantity), kind: "observation", span: scene.span, region, rule };
}

/** 为年度目标任务35000件的75%: the target of what was read just before. */
export function inheritedTarget(quantity: Quantity, scene: Scene): Reading | null {
  const last = scene.readings.at(-1);
  if (!last || last.sentence !== scene.sentence || !quantity.units.includes(last.unit)) return null;
  const span = { ...last.span, months: null };
  return { ...last, ...amountOf(quantity), kind: "target", span, rule: `${last.rule}+target` };
}

/** 是2020年的3倍: a multiple of what was read just before. */
export function inheritedMultiple(quantity: Quantity, scene: Scene): Reading | null {
  const last = ofSentence(scene).at(-1);
  return last
    ? { ...last, ...amountOf(quantity), unit: "multiple", kind: "change", rule: `${last.rule}+multiple` }
    : null;
}

const NEARBY = 4;
/** A share printed with one decimal is off by no more. */
const ROUNDING = 0.06;
const WIDEST = 20;

/** A share is set aside, unless the lexicon knows it as a rate: 受理98件,占收案总数的79.9%; 维持的占62.16%. */
export function shareRate(
  place: Neighbourhood,
  quantity: Quantity,
  role: RoleFound,
  scene: Scene,
  matcher: Matcher,
): Reading | null {
  const cue = role.cue as Token;
  const worded = bind(place, quantity, scene, matcher);
  if (worded) {
    const isShareRule = worded.bound.rule.with?.some((list) => list.includes("占")) ?? false;
    const isNamed = worded.anchor.index < cue.index && worded.unexplained === 0 && place.before.length <= NEARBY;
    if (isShareRule || isNamed) return reading(worded.bound, quantity, "observation", worded, scene);
  }
  const reached = worded ? null : bind(withClauseBefore(place), quantity, scene, matcher);
  if (reached?.bound.rule.reaches) return reading(reached.bound, quantity, "observation", reached, scene, INHERITED);
  const last = scene.readings.at(-1);
  if (!last || last.sentence !== scene.sentence || last.kind !== "observation" || scene.breakdown) return null;
  const words = scene.text.slice(cue.end, quantity.start).replace(/[的了约]/g, "");
  // 案前、案中化解占45%: what the clause names has the share, not the figure before it.
  if (place.before.some(({ index, word }) => index < cue.index && word && word.anchors.length > 0)) return null;
  const stem = stemOfBase(words);
  const rule = matcher.shares.find(
    ({ rule: { share }, bases }) =>
      share?.of === last.indicator &&
      (bases.has(words) ||
        (stem !== "" && bases.has(stem)) ||
        (words === "" && isShareOf(share.whole, last, quantity, scene))),
  );
  if (!rule || !follows(place, last)) return null;
  return { ...reading(rule, quantity, "observation", null, scene), body: last.body, span: last.span };
}

/** 办结281件,…调解102件,占36.3%: of the whole named in the sentence, where the numbers say so. */
function isShareOf(whole: string | undefined, part: Reading, { value }: Quantity, scene: Scene): boolean {
  const total = ofSentence(scene).findLast(
    ({ indicator, span }) => indicator === whole && span.year === part.span.year && span.months === part.span.months,
  );
  return total !== undefined && Math.abs((part.value / total.value) * 100 - value) < ROUNDING;
}

/** The words around the number in the clause before stand before this number as well. */
function withClauseBefore(place: Neighbourhood): Neighbourhood {
  const { tokens, number, before } = place;
  const comma = (before.at(-1) ?? number).index - 1;
  if (tokens[comma]?.kind !== "comma") return place;
  const words: Token[] = [];
  for (let i = comma - 1; i >= 0 && !endsClause(tokens[i] as Token) && words.length < WIDEST; i -= 1) {
    const token = tokens[i] as Token;
    // The words of a list are far from its share; only what they are counts.
    if (token.kind === "word") words.push({ ...token, gap: 0 });
  }
  const both = [...before, ...words];
  return { ...place, before: both, clause: both };
}

/** The share stands right after the number it is a share of. */
function follows(place: Neighbourhood, last: Reading): boolean {
  for (let i = place.number.index - 1; i >= 0; i -= 1) {
    const { quantity } = place.tokens[i] as Token;
    if (quantity) return quantity.start === last.start;
  }
  return false;
}
