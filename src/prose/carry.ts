import type { Body } from "../model/observation.ts";
import { chineseNumber } from "../util/chinese-number.ts";
import { bind, follows } from "./bind.ts";
import { endsClause, neighbourhood } from "./clause.ts";
import { BODY_CUES, type IndicatorRules } from "./lexicon.ts";
import { CUE, type Matcher, type Word } from "./matcher.ts";
import { isAbove } from "./place-subject.ts";
import type { Quantity } from "./quantity.ts";
import { reading, zeroReading } from "./reading.ts";
import type { Reading, Scene } from "./scene.ts";
import { is, type Token, textOf } from "./token.ts";
import { longestAt } from "./word-index.ts";

/** A report that comes out from this month on says 目前 of its own year, not of the year before. */
const LATE = 7;
const MASKED = {
  value: 0,
  lower: null,
  upper: null,
  qualifier: "exact",
  chinese: false,
  range: false,
} as const;

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
  if (word.scope !== null && !isMeasuredAgainst(token, tokens)) {
    scene.scope = word.scope;
    scene.scopeDistance = "clause";
  }
  if (word.acts) takeCues(token, tokens, scene, matcher);
  if (word.place) takePlace(word.place, scene);
  const zero = matcher.zeros.get(word.text);
  if (zero && !scene.plan) scene.readings.push(...zeros(zero, token, scene));
}

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
  // 老张调解工作室, 行业性调委会: one kind of body is counted, not all of them.
  if (is(token, CUE.narrows)) scene.narrow = "kind";
  // 其中为农民工…: what follows counts a part only.
  if (scene.parts && is(token, CUE.other_of)) scene.narrow ??= "counts";
  if (is(token, CUE.current)) {
    scene.span = {
      year: scene.frame.year,
      months: null,
      several: false,
      named: scene.span.named && !scene.span.several,
    };
    scene.spanAfter = null;
  }
  if (is(token, CUE.now)) takeNow(scene);
  if (is(token, CUE.redacted)) takeMasked(token, tokens, scene, matcher);
  if (is(token, CUE.several)) scene.span = { ...scene.span, several: true, named: true };
  if (is(token, CUE.prior)) takePrior(token, tokens, scene);
  if (is(token, CUE.organ) && !isAddressee(token, scene)) {
    scene.bodies = new Set();
    scene.bodyFamily = null;
  }
  takeBody(token, tokens, scene);
  // 全市受理…: back to the region of the report; 占全市的40% is no such turn.
  if (is(token, CUE.whole_region) && beginsClause(token, tokens)) {
    scene.place = null;
    if (scene.narrow === "kind") scene.narrow = null;
  }
  if (is(token, CUE.zero) && !scene.plan) takeNone(token, tokens, scene, matcher);
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

/** 目前 is when the text was published, where that is not just after the year it reports on. */
function takeNow(scene: Scene): void {
  const { year, published } = scene.frame;
  if (year === null || published?.month == null || scene.span.named) return;
  if (published.year === year + 1 && published.month >= LATE) scene.span = { ...scene.span, year: published.year };
}

/** 报某局备案: who receives is not who is counted. */
function isAddressee(token: Token, scene: Scene): boolean {
  return /[向报送由][^,。;:]{0,8}$/.test(scene.text.slice(Math.max(0, token.start - 9), token.start));
}

/** 未发生…行政诉讼: none of what the rest of the clause names. */
function takeNone(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const { after } = neighbourhood(tokens, token);
  if (tokens[(after.at(-1) ?? token).index + 1]?.kind === "quantity") return;
  const words = after.map(textOf);
  for (const { indicator, rule } of matcher.nones) {
    if (!rule.none?.every((list) => words.some((word) => list.includes(word)))) continue;
    if (rule.scope && !rule.scope.includes(scene.scope ?? "")) continue;
    if (rule.follows && !follows(scene, rule.follows)) continue;
    scene.readings.push(zeroReading(indicator, token, scene));
  }
}

function takePlace(place: { readonly code: string; readonly name: string }, scene: Scene): void {
  const own = scene.frame.region;
  if (place.code === own) return;
  // The places above the region of the report are who it reports to, not who is counted.
  if (own !== null && (isAbove(place.code, own) || place.code === "100000")) return;
  scene.place = place;
}

function takeBody(token: Token, tokens: readonly Token[], scene: Scene): void {
  const next = tokens[token.index + 1];
  // 司法部的部署: a body that only qualifies a noun is not who is counted; 全市的 is.
  const qualifies =
    (textOf(next) === "的" && next?.gap === 0 && !is(token, CUE.whole_region)) ||
    isSource(token, scene) ||
    isObject(token, scene);
  for (const cue of BODY_CUES) {
    if (qualifies || !is(token, CUE[cue])) continue;
    // 13个市州, 各市州: a tier is counted; 市、县区两级部门 is not.
    if (cue === "tier" && !/^各|级|政府/.test(textOf(token)) && tokens[token.index - 1]?.kind !== "quantity") continue;
    if (scene.bodyClause !== scene.clause) {
      scene.bodyTurns += 1;
      scene.formerBodies = { bodies: scene.bodies, family: scene.bodyFamily };
      scene.bodies = new Set<Body | "tier">();
      scene.bodyFamily = null;
    }
    scene.bodyClause = scene.clause;
    scene.bodies.add(cue);
  }
}

/** 向市政府报送, 从市级部门抽取, 经法院判决, 区政府网站: not who is counted. Of the whole region there is but one reading. */
function isObject(token: Token, scene: Scene): boolean {
  if (is(token, CUE.whole_region)) return false;
  const before = scene.text.slice(Math.max(0, token.start - 12), token.start);
  return (
    /(?:向|从|对|收到|(?<![本通日晚简])报(?![告讯道名])送?)[^,。;:、\n]{0,8}$|(?<![已曾])[经被]$/.test(before) ||
    /^(?:门户|官方|官)?(?:网站|网$|网[上络]|公报|公众号|信息公开|政务公开)/.test(
      scene.text.slice(token.end, token.end + 6),
    )
  );
}

/** 司法部数据显示: who tells is not who is counted. */
function isSource(token: Token, scene: Scene): boolean {
  return /^[^,。;:\d]{0,6}(?:数据|介绍|公布|通报|发布|消息|获悉|了解到|披露|透露|显示)/.test(
    scene.text.slice(token.end, token.end + 12),
  );
}

function takePrior(token: Token, tokens: readonly Token[], scene: Scene): void {
  if (isComparison(token, tokens)) return;
  keepSpan(scene);
  const { year, published } = scene.frame;
  // A notice of the next January that opens with 去年 speaks of the year it reports on.
  if (year !== null && published?.year === year + 1 && scene.spanAfter === null && !scene.span.named) return;
  const from = scene.span.named && scene.span.year !== null ? scene.span.year : year;
  scene.span = { year: from === null ? null : from - 1, months: null, several: false, named: true };
}

/** Beside a figure already read, another year holds for its clause only. */
function keepSpan(scene: Scene): void {
  const read = scene.readings.at(-1)?.sentence === scene.sentence;
  if (read && scene.spanAfter === null) scene.spanAfter = scene.span;
}

/** 比2020年172件增加: the year compared with does not become the year spoken of. */
function isComparison(token: Token, tokens: readonly Token[]): boolean {
  const after = tokens[token.index + 1];
  if (token.gap === 0 && is(tokens[token.index - 1], CUE.compare)) return true;
  return after?.gap === 0 && is(after, CUE.compared);
}

/** A stretch from one year to another is written in so many characters. */
const TWO_YEARS = 9;

/** Takes a time into the scene. */
export function takeTime(token: Token, tokens: readonly Token[], scene: Scene): void {
  const { time } = token;
  if (!time || time.idle || isComparison(token, tokens)) return;
  if (time.several) {
    scene.span = { ...scene.span, several: true, named: true };
    // 2008年1月至2010年5月: years named by number hold until another time is named.
    scene.lasting ||= time.end - time.start >= TWO_YEARS;
  }
  if (time.year !== null) {
    const since = tokens[token.index + 1];
    if (textOf(since) === "以来" && since?.gap === 0 && scene.frame.year !== null && time.year < scene.frame.year) {
      const next = tokens[token.index + 2];
      // 2018年以来, opens a stretch of years; 2018年以来的文件 only qualifies a noun.
      if (!next || endsClause(next)) scene.span = { ...scene.span, several: true, named: true };
      return;
    }
    // 2023年办理66件,2024年办理151件,其中…: only an earlier year is a passing one.
    if (scene.span.named && scene.span.year !== null && time.year > scene.span.year) scene.spanAfter = null;
    else keepSpan(scene);
    scene.span = { year: time.year, months: null, several: false, named: true };
  }
  if (time.months !== null) scene.span = { ...scene.span, months: time.months };
}
