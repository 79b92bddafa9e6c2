import type { Kind } from "../model/observation.ts";
import { bind } from "./bind.ts";
import { type Neighbourhood, neighbourhood } from "./clause.ts";
import { listReadings } from "./distribute.ts";
import { BODY_CUES, type Cue } from "./lexicon.ts";
import { cueBit, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { type RoleFound, roleOf } from "./role.ts";
import { reading, zeroReading } from "./reading.ts";
import type { Aside, AsideReason, Candidate, Frame, Reading, Scene } from "./scene.ts";
import { type Token, tokensOf } from "./token.ts";

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly plan: boolean;
  /** Subject of the section, from its headings. */
  readonly scope: string | null;
}

const bit = (cue: Cue): number => cueBit(cue);

/** Which readings does this paragraph hold? */
export function readParagraph(text: string, stretch: Stretch, frame: Frame, matcher: Matcher, earlier: readonly Reading[] = []): { readings: Reading[]; asides: Aside[] } {
  const tokens = tokensOf(text, stretch.from, stretch.to, matcher);
  const scene = openScene(text, stretch, frame, earlier);
  scene.ahead = looksAhead(tokens, 0, frame);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    switch (token.kind) {
      case "word":
        takeWord(token, at, tokens, scene, matcher);
        break;
      case "time":
        takeTime(token, at, tokens, scene);
        break;
      case "quantity":
        at = takeQuantity(at, tokens, scene, matcher);
        break;
      case "stop":
        endSentence(scene);
        scene.ahead = looksAhead(tokens, at + 1, frame);
        break;
      case "open":
        scene.brackets.push({ year: scene.year, named: scene.yearNamed, several: scene.several, months: scene.months });
        break;
      case "close":
        closeBracket(scene);
        break;
      case "semicolon":
      case "comma":
        scene.clause += 1;
        endClause(scene);
        if (scene.scopeDistance === "clause") scene.scopeDistance = "sentence";
        if (token.kind === "semicolon") scene.place = null;
        break;
      default:
    }
  }
  return { readings: scene.readings, asides: scene.asides };
}

/** The scene at the beginning of a paragraph. */
export function openScene(text: string, stretch: Stretch, frame: Frame, earlier: readonly Reading[] = []): Scene {
  return {
    frame, text, earlier, parts: false, plan: stretch.plan, scope: stretch.scope, scopeDistance: stretch.scope === null ? "none" : "section",
    year: frame.year, yearNamed: false, several: false, months: null,
    bodies: new Set(), bodyClause: -1, place: null, breakdown: false, narrow: false, ahead: false, yearAfter: null, brackets: [], sentence: 0, clause: 0, readings: [], asides: [],
  };
}

function endClause(scene: Scene): void {
  if (scene.yearAfter === null) return;
  scene.year = scene.yearAfter.year;
  scene.yearNamed = scene.yearAfter.named;
  scene.months = scene.yearAfter.months;
  scene.yearAfter = null;
}

function closeBracket(scene: Scene): void {
  const outside = scene.brackets.pop();
  if (!outside) return;
  scene.year = outside.year;
  scene.yearNamed = outside.named;
  scene.several = outside.several;
  scene.months = outside.months;
}

/** A year after that of the report in this sentence, or a word of plans and budgets. */
function looksAhead(tokens: readonly Token[], from: number, frame: Frame): boolean {
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === "stop") return false;
    if (frame.year !== null && token.time?.year && token.time.months === null && token.time.year > frame.year) return true;
    if (((token.word?.cues ?? 0) & bit("plan_text")) !== 0) return true;
  }
  return false;
}

function endSentence(scene: Scene): void {
  scene.sentence += 1;
  scene.clause += 1;
  scene.year = scene.frame.year;
  scene.yearNamed = false;
  scene.several = false;
  scene.months = null;
  scene.place = null;
  scene.narrow = false;
  scene.parts = false;
  scene.breakdown = false;
  scene.yearAfter = null;
  scene.brackets.length = 0;
  const last = scene.readings.findLast((one) => one.sentence === scene.sentence - 1 && one.scope !== null && one.scope !== "mixed" && one.unit !== "ratio");
  // A later mention in passing (信访, 一审案件 in a comparison) does not become the subject of the next sentence.
  if (last) scene.scope = last.scope;
  if (scene.scopeDistance === "clause" || scene.scopeDistance === "sentence") scene.scopeDistance = "paragraph";
}

function takeWord(token: Token, at: number, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const word = token.word;
  if (!word) return;
  if (word.scope !== null && !(tokens[at - 1]?.kind === "word" && tokens[at - 1]?.word?.text === "与")) {
    scene.scope = word.scope;
    scene.scopeDistance = "clause";
  }
  if ((word.cues & bit("component")) !== 0) scene.parts = true;
  if ((word.cues & bit("breakdown")) !== 0) scene.breakdown = true;
  if ((word.cues & bit("current")) !== 0) {
    scene.year = scene.frame.year;
    scene.several = false;
    scene.months = null;
    scene.yearAfter = null;
  }
  if (NOW.has(word.text)) takeNow(scene);
  if ((word.cues & bit("throughout")) !== 0 && !scene.yearNamed) scene.several = false;
  // 某局办理…: another subject; 报某局备案 is no subject.
  if ((word.cues & bit("organ")) !== 0 && !/[向报送由][^,。;:]{0,8}$/.test(scene.text.slice(Math.max(0, token.start - 9), token.start))) scene.bodies = new Set();
  if ((word.cues & bit("several")) !== 0) scene.several = true;
  if ((word.cues & bit("prior")) !== 0) takePrior(at, tokens, scene);
  takeBody(token, at, tokens, scene);
  if (word.place && word.place.code !== scene.frame.region) takePlace(word.place, scene);
  const zero = matcher.zeros.get(word.text);
  if (zero && !scene.plan) scene.readings.push(zeroReading(zero.id, zero.unit, token, scene));
  if ((word.cues & bit("zero")) !== 0 && !scene.plan) takeNone(at, tokens, scene, matcher);
  }

/** 未发生…行政诉讼: none of what the rest of the clause names. */
function takeNone(at: number, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const token = tokens[at] as Token;
  const { after } = neighbourhood(tokens, at);
  if (tokens[(after.at(-1) ?? at) + 1]?.kind === "quantity") return;
  const words = after.map((index) => (tokens[index] as Token).word?.text ?? "");
  for (const { indicator, rule } of matcher.nones) {
    if (!rule.none?.every((list) => words.some((word) => list.includes(word)))) continue;
    if (rule.scope && !rule.scope.includes(scene.scope ?? "")) continue;
    if (rule.follows && !rule.follows.some((id) => scene.readings.slice(-4).some((one) => one.indicator === id))) continue;
    scene.readings.push(zeroReading(indicator.id, indicator.unit, token, scene));
  }
}

function takePlace(place: { code: string; name: string }, scene: Scene): void {
  const own = scene.frame.region;
  // The places above the region of the report are who it reports to, not who is counted.
  if (own !== null && (own.startsWith(place.code.replace(/0+$/, "")) || place.code === "100000")) return;
  scene.place = place;
}

function takeBody(token: Token, at: number, tokens: readonly Token[], scene: Scene): void {
  const cues = token.word?.cues ?? 0;
  // 司法部的部署: a body that only qualifies a noun is not who is counted; 全市的 is.
  const next = tokens[at + 1];
  if (next?.word?.text === "的" && next.gap === 0 && (cues & bit("whole_region")) === 0) return;
  for (const cue of BODY_CUES) {
    if ((cues & bit(cue)) === 0) continue;
    if (scene.bodyClause !== scene.clause) scene.bodies = new Set();
    scene.bodyClause = scene.clause;
    scene.bodies.add(cue);
  }
}

const NOW = new Set(["目前", "到目前", "截至目前", "现有", "现已"]);
const LATE = 7;

/** 目前 is when the text was published, where that is not just after the year it reports on. */
function takeNow(scene: Scene): void {
  const { year, published } = scene.frame;
  if (year === null || published?.month == null || scene.yearNamed) return;
  if (published.year === year + 1 && published.month >= LATE) scene.year = published.year;
}

function takePrior(at: number, tokens: readonly Token[], scene: Scene): void {
  if (isComparison(at, tokens)) return;
  keepYear(scene);
  const { year, published } = scene.frame;
  // A notice of the next January that opens with 去年 speaks of the year it reports on.
  if (year !== null && published?.year === year + 1 && scene.yearAfter === null && !scene.yearNamed) return;
  if (scene.frame.year !== null) scene.year = (scene.yearNamed && scene.year !== null ? scene.year : scene.frame.year) - 1;
  scene.yearNamed = true;
  scene.months = null;
}

/** Beside a figure already read, another year holds for its clause only. */
function keepYear(scene: Scene): void {
  const read = scene.readings.some((one) => one.sentence === scene.sentence);
  if (read && scene.yearAfter === null) scene.yearAfter = { year: scene.year, named: scene.yearNamed, months: scene.months };
}

/** 比2020年172件增加: the year compared with does not become the year spoken of. */
function isComparison(at: number, tokens: readonly Token[]): boolean {
  const before = tokens[at - 1];
  const here = tokens[at] as Token;
  if (before && here.gap === 0 && ((before.word?.cues ?? 0) & bit("compare")) !== 0) return true;
  const after = tokens[at + 1];
  return after !== undefined && after.gap === 0 && ["相比", "同期", "对比"].includes(after.word?.text ?? "");
}

function takeTime(token: Token, at: number, tokens: readonly Token[], scene: Scene): void {
  const time = token.time;
  if (!time || time.idle || isComparison(at, tokens)) return;
  if (time.several) {
    scene.several = true;
    scene.yearNamed = true;
  }
  if (time.year !== null) {
    const since = tokens[at + 1]?.word?.text === "以来" && tokens[at + 1]?.gap === 0;
    const begins = !tokens[at + 2] || tokens[at + 2]?.kind === "comma";
    if (since && scene.frame.year !== null && time.year < scene.frame.year) {
      if (begins) scene.several = true;
      return;
    }
    keepYear(scene);
    scene.year = time.year;
    scene.yearNamed = true;
    scene.several = false;
    scene.months = null;
  }
  if (time.months !== null) scene.months = time.months;
}

function takeQuantity(at: number, tokens: readonly Token[], scene: Scene, matcher: Matcher): number {
  const listed = listReadings(at, tokens, scene, matcher);
  if (listed) return listed;
  const quantity = (tokens[at] as Token).quantity as Quantity;
  const place = neighbourhood(tokens, at);
  const role = roleOf(place, quantity, scene);
  const reading = readingOf(place, quantity, role, scene, matcher);
  if (typeof reading === "string") scene.asides.push({ reason: reading, quantity, indicator: null });
  else {
    scene.readings.push(...reading);
    const subject = reading[0]?.scope;
    if (subject && scene.scope !== subject && scene.scope !== null && subject === "disclosure") scene.scope = subject;
  }
  return at;
}

/** The readings of one number, or why there is none. */
function readingOf(place: Neighbourhood, quantity: Quantity, role: RoleFound, scene: Scene, matcher: Matcher): Reading[] | AsideReason {
  if (quantity.range) return "range";
  if (role.role === "change" || (role.role === "benchmark" && quantity.units[0] === "point")) return changeOf(place, quantity, role, scene, matcher);
  if (role.role === "share") return shareOf(place, quantity, role, scene, matcher);
  if (role.role === "compared_level") return inherited(quantity, scene, comparedYear(place, scene)) ?? "unbound";
  const candidate = bind(place, quantity, scene, matcher);
  if (candidate === null) {
    if (quantity.units.includes("case") && isAttributed(place) && refersBackTo(quantity, scene)) return "repeated";
    if (role.role === "target") return targetOf(quantity, scene);
    if (role.role === "multiple") return multipleOf(quantity, scene);
    const continued = role.role === "level" && isContinuation(place) ? inherited(quantity, scene, scene.year) : null;
    if (continued) return continued;
    if (role.role === "respondent" && quantity.units.includes("case")) scene.narrow = true;
    return "unbound";
  }
  if (role.role === "respondent" && !candidate.bound.rule.narrow) {
    scene.narrow = true;
    return "narrower";
  }
  if (scene.narrow && candidate.scopeDistance !== "clause") return "narrower";
  if (scene.bodies.has("tier")) return "tier";
  if (scene.breakdown && quantity.units.includes("case") && candidate.scopeDistance !== "clause") return "component";
  if (!candidate.bound.rule.narrow && isWithin(place)) return "component";
  if (candidate.attributive && refersBack(quantity, candidate, scene)) return "repeated";
  const kind: Kind = role.role === "target" ? "target" : role.role === "benchmark" ? "benchmark" : (candidate.bound.rule.kind ?? "observation");
  return [
    reading(candidate.bound, quantity, kind, candidate, scene),
    ...alsoOf(candidate, quantity, kind, scene),
    ...eachOf(place, candidate, quantity, kind, scene, matcher),
  ];
}

/** 报备率、及时率均达100%: one number for every rate named before it. */
function eachOf(place: Neighbourhood, candidate: Candidate, quantity: Quantity, kind: Kind, scene: Scene, matcher: Matcher): Reading[] {
  if (quantity.units[0] !== "percent") return [];
  if (!place.before.some((index) => (((place.tokens[index] as Token).word?.cues ?? 0) & bit("each")) !== 0)) return [];
  const anchors = place.before.filter((index) => index < candidate.anchor && ((place.tokens[index] as Token).word?.anchors.length ?? 0) > 0);
  return anchors.flatMap((anchor) => {
    const joined = place.tokens[anchor + 1]?.kind === "pause" || (((place.tokens[anchor + 1] as Token).word?.cues ?? 0) & bit("joint")) !== 0;
    const one = joined ? bind({ ...place, before: [anchor] }, quantity, scene, matcher) : null;
    return one ? [reading(one.bound, quantity, kind, { ...one, unexplained: 0 }, scene, 0.95)] : [];
  });
}

/** 其中…的675万件也在其内: said to be inside another figure. */
function isWithin(place: Neighbourhood): boolean {
  return place.after.some((index) => (((place.tokens[index] as Token).word?.cues ?? 0) & bit("within")) !== 0);
}

const isAttributed = (place: Neighbourhood): boolean => (place.tokens[place.at - 1] as Token | undefined)?.word?.text.endsWith("的") ?? false;

/** 在审结的34件案件中: a figure read before brings its subject back. */
function refersBack(quantity: Quantity, candidate: Candidate, scene: Scene): boolean {
  return quantity.units.includes(candidate.bound.indicator.unit) && refersBackTo(quantity, scene);
}

function refersBackTo(quantity: Quantity, scene: Scene): boolean {
  const one = [...scene.earlier, ...scene.readings].findLast((other) => other.value === quantity.value && other.scope !== null);
  if (!one || quantity.value < 10) return false;
  scene.scope = one.scope;
  scene.scopeDistance = "sentence";
  return true;
}

function alsoOf(candidate: Candidate, quantity: Quantity, kind: Kind, scene: Scene): Reading[] {
  return (candidate.bound.rule.also ?? []).map((id) => ({ ...reading(candidate.bound, quantity, kind, candidate, scene), indicator: id }));
}

/** Nothing but a time and fillers before the number: 去年为177件 goes on with what was read last. */
function isContinuation(place: Neighbourhood): boolean {
  let timed = false;
  for (const index of place.before) {
    const token = place.tokens[index] as Token;
    if (token.gap > 0) return false;
    if (token.kind === "time" && !token.time?.idle) timed = true;
    else if (token.kind === "word" && ((token.word?.cues ?? 0) & bit("prior")) !== 0) timed = true;
    else if (token.kind === "word" && !(token.word?.neutral ?? false) && ((token.word?.cues ?? 0) & bit("component")) === 0) return false;
  }
  return timed && (place.tokens[place.at] as Token).gap === 0;
}

function comparedYear(place: Neighbourhood, scene: Scene): number | null {
  for (const index of place.before) {
    const token = place.tokens[index] as Token;
    if (token.time?.year) return token.time.year;
    if (((token.word?.cues ?? 0) & bit("prior")) !== 0) return scene.year === null ? null : scene.year - 1;
  }
  return null;
}

function inherited(quantity: Quantity, scene: Scene, year: number | null): Reading[] | null {
  const sameUnit = (unit: string): boolean => (quantity.units.length === 0 ? unit === "case" : quantity.units.includes(unit));
  const last = scene.readings.findLast((one) => one.sentence === scene.sentence && one.kind === "observation" && sameUnit(one.unit));
  if (!last || year === null || (last.year === year && last.months === scene.months)) return null;
  return [{
    ...last, value: quantity.value, lower: quantity.lower, upper: quantity.upper, qualifier: quantity.qualifier,
    year, several: false, months: year === last.year ? scene.months : (scene.year === year ? scene.months : null),
    prior: scene.frame.year !== null && year < scene.frame.year,
    start: quantity.start, end: quantity.end, confidence: last.confidence * 0.95, rule: `${last.rule}+year`,
  }];
}

function changeOf(place: Neighbourhood, quantity: Quantity, role: RoleFound, scene: Scene, matcher: Matcher): Reading[] | AsideReason {
  const last = scene.readings.findLast((one) => one.sentence === scene.sentence && !one.prior && (one.kind === "observation" || one.kind === "change"));
  const named = changedIndicator(place, quantity, scene, matcher);
  const from = named ?? last;
  if (!from) return "change";
  const unit = quantity.units[0] === "point" || quantity.units[0] === "percent" || quantity.units[0] === "multiple" ? (quantity.units[0] as string) : from.unit;
  return [{
    ...from, unit, value: role.sign * quantity.value, lower: null, upper: null, qualifier: quantity.qualifier,
    kind: role.role === "benchmark" ? "benchmark" : "change", start: quantity.start, end: quantity.end, confidence: 0.8, rule: "change",
  }];
}

/** 收案增长63%: the anchor of a change stands in its own clause. */
function changedIndicator(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  for (const units of [["case"], ["percent"], ["yuan"], ["person"]]) {
    const candidate = bind(place, { ...quantity, units, measure: "·" }, scene, matcher);
    if (candidate && candidate.unexplained <= 1) return reading(candidate.bound, quantity, "change", candidate, scene);
  }
  return null;
}

/** 为年度目标任务35000件的75%: the target of what was read just before. */
function targetOf(quantity: Quantity, scene: Scene): Reading[] | AsideReason {
  const last = scene.readings.at(-1);
  if (!last || last.sentence !== scene.sentence || !quantity.units.includes(last.unit)) return "unbound";
  return [{
    ...last, kind: "target", value: quantity.value, lower: quantity.lower, upper: quantity.upper, qualifier: quantity.qualifier,
    months: null, start: quantity.start, end: quantity.end, confidence: 0.8, rule: `${last.rule}+target`,
  }];
}

function multipleOf(quantity: Quantity, scene: Scene): Reading[] | AsideReason {
  const last = scene.readings.findLast((one) => one.sentence === scene.sentence);
  if (!last) return "change";
  return [{ ...last, unit: "multiple", value: quantity.value, kind: "change", start: quantity.start, end: quantity.end, confidence: 0.7, rule: "multiple" }];
}

/** A share is set aside, unless the lexicon knows it as a rate: 受理98件,占收案总数的79.9%. */
function shareOf(place: Neighbourhood, quantity: Quantity, role: RoleFound, scene: Scene, matcher: Matcher): Reading[] | AsideReason {
  if (quantity.units[0] !== "percent") return "share";
  const worded = bind(place, quantity, scene, matcher);
  if (worded?.bound.rule.with?.some((list) => list.includes("占")) || (worded && worded.anchor < role.cue && worded.unexplained === 0 && place.before.length <= 4)) {
    return [reading(worded.bound, quantity, "observation", worded, scene)];
  }
  const last = scene.readings.at(-1);
  if (!last || last.sentence !== scene.sentence || last.kind !== "observation" || scene.breakdown) return "share";
  const base = place.before.filter((index) => index > role.cue).map((index) => (place.tokens[index] as Token).word?.text ?? "").reverse();
  const unknown = place.before.some((index) => index > role.cue && (place.tokens[index] as Token).gap > 0) || (place.tokens[place.at] as Token).gap > 0;
  const words = base.join("").replace(/的|了|约/g, "");
  const rule = matcher.shares.find((one) => one.rule.share?.of === last.indicator && !unknown && one.rule.share.base.includes(words));
  if (!rule || !nothingBetween(place, last)) return "share";
  return [{ ...reading(rule, quantity, "observation", null, scene), body: last.body, year: last.year, months: last.months, several: last.several }];
}

/** The share follows its own number at once. */
function nothingBetween(place: Neighbourhood, last: Reading): boolean {
  for (let i = place.at - 1; i >= 0; i -= 1) {
    const token = place.tokens[i] as Token;
    if (token.kind === "quantity") return token.quantity?.start === last.start;
  }
  return false;
}

