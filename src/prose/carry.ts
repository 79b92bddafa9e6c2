import { chineseNumber } from "../util/chinese-number.ts";
import { bind, follows } from "./bind.ts";
import { endsClause, neighbourhood } from "./clause.ts";
import type { IndicatorRules } from "./lexicon.ts";
import { CUE, type Matcher, type Word } from "./matcher.ts";
import { isAtWork } from "./part-of.ts";
import { isAbove } from "./place-subject.ts";
import type { Quantity } from "./quantity.ts";
import { reading, zeroReading } from "./reading.ts";
import type { Reading, Scene } from "./scene.ts";
import { isAddressee, takeBody } from "./take-body.ts";
import { takeNow, takePrior, yearOfCurrent } from "./take-time.ts";
import { is, isJoint, type Token, textOf } from "./token.ts";
import { longestAt } from "./word-index.ts";

const MASKED = {
  value: 0,
  lower: null,
  upper: null,
  qualifier: "exact",
  chinese: false,
  range: false,
} as const;

/** Scope of whatever has no indicators. */
const OTHER = "other";
/** What is counted is named within so many letters before its number. */
const LONGEST_COUNTED = 20;
const RUNNING = /连续([二两三四五六七八九十]|\d{1,2})年[^。;]{0,20}$/;

/** 连续两年零败诉 holds for each of the years up to that of the report. */
function zeros(indicator: IndicatorRules, token: Token, scene: Scene): Reading[] {
  const one = zeroReading(indicator, token, scene);
  const running = RUNNING.exec(scene.text.slice(Math.max(0, token.start - 30), token.start));
  const { year } = scene.frame;
  if (!running || year === null) return [one];
  const count = chineseNumber(running[1] as string) ?? Number(running[1]);
  return Array.from({ length: count }, (_, i) => {
    return { ...one, span: { year: year - count + 1 + i, months: null, several: false, named: true } };
  });
}

/** Takes what a word says about subject, time, body and place into the scene. */
export function takeWord(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const word = token.word as Word;
  if (word.scope !== null) scene.amid.add(word.scope);
  if (word.scope !== null && !isMeasuredAgainst(token, tokens)) {
    // 一审案件205件,法院已审结187件: who acts in suits of that instance.
    if (!actsWithin(word, scene, matcher)) scene.scope = sharedWith(token, tokens, scene, matcher) ?? word.scope;
    scene.scopeDistance = "clause";
  }
  if (word.acts) takeCues(token, tokens, scene, matcher);
  if (word.place) takePlace(word.place, scene);
  if (word.zero && !isAimedAt(token, tokens, scene)) scene.readings.push(...zeros(word.zero, token, scene));
}

/** 一审、二审案件: joined to another part of the same subject, it speaks of the whole. */
function sharedWith(token: Token, tokens: readonly Token[], { scope }: Scene, matcher: Matcher): string | null {
  const link = tokens[token.index - 1];
  if (token.gap > 0 || !link || !isJoint(link)) return null;
  const parent = matcher.parents.get(token.word?.scope as string);
  const beside = link.gap > 0 ? null : (tokens[link.index - 1]?.word?.scope ?? null);
  if (parent === undefined || beside === null || beside === token.word?.scope) return null;
  return matcher.parents.get(beside) === parent || scope === parent ? parent : null;
}

/** A verb of the wider subject while the narrower one is spoken of in the same sentence. */
const actsWithin = (word: Word, { scope, scopeDistance }: Scene, matcher: Matcher): boolean =>
  scope !== null &&
  matcher.parents.get(scope) === word.scope &&
  (scopeDistance === "clause" || scopeDistance === "sentence") &&
  word.anchors.some(({ rule }) => !rule.weak);

/** 为同期法院一审行政案件的2.5倍: what a figure is compared with is not what is spoken of. */
function isMeasuredAgainst(token: Token, tokens: readonly Token[]): boolean {
  for (let i = token.index - 1; i >= 0 && i >= token.index - 3; i -= 1) {
    if (is(tokens[i], CUE.compared)) return true;
    if (endsClause(tokens[i] as Token)) return false;
  }
  return false;
}

function takeCues(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  if (is(token, CUE.component)) {
    scene.parts = true;
    // 其中区政府…: who is counted in a part does not stay so after it.
    scene.whole ??= { scope: scene.scope, read: scene.readings.length };
    scene.wholeBodies ??= { bodies: scene.bodies, family: scene.bodyFamily };
  }
  if (is(token, CUE.breakdown)) scene.breakdown = true;
  if (is(token, CUE.target) && opensTargets(token, tokens, scene)) scene.ahead = true;
  // 老张调解工作室, 行业性调委会: one kind of body is counted, not all of them.
  if (is(token, CUE.narrows)) scene.narrow = "kind";
  // 以家事等四类纠纷为重点: what follows counts these only.
  if (is(token, CUE.focus) && clauseBefore(token, tokens).some((one) => is(one, CUE.etcetera))) scene.narrow = "kind";
  // 其中为农民工…: what follows counts a part only.
  if (scene.parts && is(token, CUE.other_of)) scene.narrow ??= "counts";
  // 为农民工挽回…: for whom something was done, and for nobody else.
  if (token.gap === 0 && textOf(beforeCount(token, tokens)) === "为") {
    if (is(token, CUE.other_of)) scene.narrow ??= "kind";
    else if (is(token, CUE.everybody) && scene.narrow !== "all") scene.narrow = null;
  }
  if (is(token, CUE.current)) {
    takeMoreYears(token, tokens, scene);
    // 当年, 本年 in a section on another year are that year.
    if (/^今|^年初|^过去|^报告/.test(textOf(token)))
      scene.home = { ...scene.home, year: scene.frame.year, named: false };
    const year = /^今|^年初/.test(textOf(token)) ? yearOfCurrent(token, scene) : scene.home.year;
    const named = scene.span.named && !scene.span.several && year === scene.home.year;
    scene.span = { year, months: null, several: false, named };
    scene.spanAfter = null;
  }
  if (is(token, CUE.now)) takeNow(token, tokens, scene);
  // 近年来…。全年受理: back to the year of the report.
  if (is(token, CUE.practitioner) && isAtWork(token, scene)) scene.practice = token.word?.scope ?? OTHER;
  if (is(token, CUE.whole_year) && scene.span.several) scene.span = { ...scene.home, months: null };
  if (is(token, CUE.redacted)) takeMasked(token, tokens, scene, matcher);
  if (is(token, CUE.several)) {
    scene.span = { ...scene.span, several: true, named: true };
    if (textOf(token).endsWith("以来")) scene.since = scene.sentence;
  }
  if (is(token, CUE.prior)) takePrior(token, tokens, scene);
  if (is(token, CUE.organ) && !isAddressee(token, scene)) {
    scene.bodies = new Set();
    scene.bodyFamily = null;
  }
  takeBody(token, tokens, scene);
  // 全市受理…: back to the region of the report; 占全市的40% is no such turn.
  if (is(token, CUE.whole_region) && beginsClause(token, tokens)) {
    scene.place = null;
    scene.narrow = null;
  }
  if (is(token, CUE.zero)) takeNone(token, tokens, scene, matcher);
}

/** 累计培养1.16万名,其中今年新培养1240名: the whole is of more years than this one. */
function takeMoreYears(token: Token, tokens: readonly Token[], scene: Scene): void {
  const last = scene.readings.at(-1);
  if (!last || last.sentence !== scene.sentence || last.span.several || !is(tokens[token.index - 1], CUE.component))
    return;
  const before = scene.text.slice(Math.max(0, last.start - LONGEST_COUNTED), last.start);
  if (!/累计[^,。;:]*$/.test(before)) return;
  scene.readings[scene.readings.length - 1] = { ...last, span: { ...last.span, several: true, named: true } };
}

/** 主要任务是:…, 目标为:…: a list of what is aimed at, up to the end of the sentence. */
function opensTargets(token: Token, tokens: readonly Token[], { text }: Scene): boolean {
  const colon = tokens.slice(token.index + 1, token.index + 3).find(({ kind }) => kind === "comma");
  return (
    colon !== undefined &&
    text[colon.start] === ":" &&
    /^(?:是|为|有|包括|如下)?$/.test(text.slice(token.end, colon.start))
  );
}

/** The word before, also across a count of persons: 为未成年人, 为232名未成年人. */
function beforeCount(token: Token, tokens: readonly Token[]): Token | undefined {
  const before = tokens[token.index - 1];
  return before?.gap === 0 && before.quantity?.units.includes("person") ? tokens[token.index - 2] : before;
}

function clauseBefore(token: Token, tokens: readonly Token[]): readonly Token[] {
  let from = token.index;
  while (from > 0 && !endsClause(tokens[from - 1] as Token)) from -= 1;
  return tokens.slice(from, token.index);
}

const beginsClause = (token: Token, tokens: readonly Token[]): boolean => {
  const before = tokens[token.index - 1];
  return token.gap === 0 && (before === undefined || endsClause(before));
};

/** 审结(略)件: a number of the rule that would own it is masked. */
function takeMasked(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const measure = longestAt(matcher.measures, scene.text, token.end);
  if (!measure) return;
  const quantity: Quantity = {
    ...MASKED,
    start: token.start,
    end: token.end,
    measure: measure.text,
    units: measure.units,
  };
  const candidate = bind(neighbourhood(tokens, token), quantity, scene, matcher);
  if (!candidate || candidate.unexplained > 0) return;
  const { indicator, unit, span, body, start, end } = reading(
    candidate.bound,
    quantity,
    "observation",
    candidate,
    scene,
  );
  scene.masked.push({ indicator, unit, year: span.several ? null : span.year, body, start, end });
}

/** 未发生…行政诉讼: none of what the rest of the clause names. */
function takeNone(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const { after } = neighbourhood(tokens, token);
  const next = tokens[(after.at(-1) ?? token).index + 1];
  if (next?.kind === "quantity" || isAimedAt(token, tokens, scene)) return;
  // 无行政复议案件: so short a word says so only of what follows it at once.
  if (textOf(token).length === 1 && after[0]?.gap !== 0) return;
  const clause = scene.text.slice(token.start, next?.start);
  const names = (words: readonly string[]): boolean => words.some((word) => clause.includes(word));
  for (const { indicator, rule } of matcher.nones) {
    if (!rule.none?.every(names) || (rule.without && names(rule.without))) continue;
    if (rule.scope && !rule.scope.includes(scene.scope ?? "none")) continue;
    if (rule.scopeNot?.includes(scene.scope ?? "none")) continue;
    if (rule.follows && !follows(scene, rule.follows)) continue;
    scene.readings.push(...zeros(indicator, token, scene));
  }
}

/** 力争零败诉, 确保未发生: what is hoped for. */
const isAimedAt = (token: Token, tokens: readonly Token[], scene: Scene): boolean =>
  scene.plan || scene.ahead || scene.aiming || clauseBefore(token, tokens).some((one) => is(one, CUE.target));

function takePlace(place: { readonly code: string; readonly name: string }, scene: Scene): void {
  const own = scene.frame.region;
  if (place.code === own) return;
  // The places above the region of the report are who it reports to, not who is counted.
  if (own !== null && (isAbove(place.code, own) || place.code === "100000")) return;
  scene.place = place;
}
