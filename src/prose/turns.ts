import { CUE, type Matcher } from "./matcher.ts";
import { isOneAgency } from "./one-agency.ts";
import { placeSubject } from "./place-subject.ts";
import { ofSentence, type Reading, type Scene, type Span } from "./scene.ts";
import { MIXED } from "./subject.ts";
import { isCarriedInto } from "./take-time.ts";
import { is, type Token } from "./token.ts";

/** Keeps what is said of time and subject outside a bracket. */
export function openBracket(scene: Scene): void {
  const { span, scope, narrow, parts, partMost, partCount } = scene;
  scene.brackets.push({ span, scope, narrow, parts, partMost, partCount });
}

/** What was said of time and subject inside brackets stays there. */
export function closeBracket(scene: Scene): void {
  const outside = scene.brackets.pop();
  if (!outside) return;
  scene.span = outside.span;
  scene.narrow = outside.narrow;
  scene.parts = outside.parts;
  scene.partMost = outside.partMost;
  scene.partCount = outside.partCount;
  if (outside.scope !== null) scene.scope = outside.scope;
}

/** Takes the place a clause begins with as the subject of what it counts. */
export function beginClause(
  scene: Scene,
  from: number,
  tokens: readonly Token[],
  first: number,
  matcher: Matcher,
): void {
  if (isOneAgency(scene, from, tokens, first, matcher)) scene.narrow = "kind";
  const place = placeSubject(scene, from, tokens, first);
  if (place !== undefined) scene.place = place;
}

/** 各县区384件: a body of which nothing could be read is not spoken of further. */
function forgetUnread(scene: Scene): void {
  const { formerBodies, unread } = scene;
  scene.unread = false;
  if (
    !unread ||
    scene.bodies.has("whole_region") ||
    scene.bodyClause !== scene.clause ||
    scene.bodyFamily !== null ||
    !formerBodies
  )
    return;
  scene.bodies = formerBodies.bodies;
  scene.bodyFamily = formerBodies.family;
}

function forgetParts(scene: Scene): void {
  scene.partMost = 0;
  scene.partCount = 0;
}

/** Which subjects are parts of others, and which rules say what is spoken of. */
type Subjects = Pick<Matcher, "parents" | "subjects">;

export function endClause(scene: Scene, semicolon: boolean, subjects: Subjects): void {
  forgetUnread(scene);
  scene.clause += 1;
  if (scene.spanAfter) scene.span = scene.spanAfter;
  scene.spanAfter = null;
  if (scene.scopeDistance === "clause") scene.scopeDistance = "sentence";
  // 其中农民工544件、妇女492件,受援人1690人: a list of several parts is over with its comma.
  if (scene.narrow === "counts" && scene.partCount > 1) scene.narrow = null;
  if (!semicolon) return;
  scene.practice = null;
  scene.place = null;
  if (scene.narrow !== "all") scene.narrow = null;
  forgetParts(scene);
  if (scene.parts) scene.scope = spokenOf(scene, subjects) ?? scene.scope;
  endParts(scene);
}

const LONGEST_OPENER = 14;

/** What was last counted; after 一审103件、二审79件 the whole they are both of. */
function spokenOf(scene: Scene, { parents, subjects }: Subjects): string | null {
  const all = ofSentence(scene).filter((one) => one.scope !== null && one.scope !== MIXED && one.unit !== "ratio");
  // 一审141件;经复议后提起诉讼的27件: what those are that speak for another subject is said in passing.
  const own = all.filter((one) => !subjects.has(one.rule));
  const read = own.length > 0 ? own : all;
  const last = read.at(-1);
  const beside = read.at(-2);
  if (!last || !beside || beside.scope === last.scope) return last?.scope ?? null;
  // A sentence that tells of what its section is about, and then of something else, has not left it.
  const { section } = scene;
  const isOfSection = (one: Reading): boolean => one.scope === section || parents.get(one.scope ?? "") === section;
  if (section !== null && !isOfSection(last) && read.some(isOfSection)) return section;
  const parent = parents.get(last.scope as string);
  const between = scene.text.slice(beside.end, last.start);
  const opener = scene.text.slice(Math.max(0, beside.start - LONGEST_OPENER), beside.start);
  // 其中一审103件,二审79件.
  const isListed = !/[,;。:]/.test(between) || (!/[;。:]/.test(between) && /其中[^,。;:\d]*$/.test(opener));
  return isListed && parent !== undefined && parents.get(beside.scope as string) === parent ? parent : last.scope;
}

/** The one time of all figures of a sentence, where it was named and is a single year. */
function timeOf(read: readonly Reading[]): Span | null {
  const told = read.filter((one) => one.kind === "observation").map((one) => one.span);
  const [first] = told;
  if (!first?.named || first.several) return null;
  return told.every(({ year, months }) => year === first.year && months === first.months) ? first : null;
}

/**
 * 2022年受理…。审结…: a paragraph whose first figures are all of one time goes on with it until another is named, and so on
 * from time to time.
 */
function settleHome(scene: Scene): void {
  const read = ofSentence(scene);
  const isOpening = scene.readings.length === read.length;
  if (scene.timed !== scene.sentence || (!isOpening && scene.home.year === scene.frame.year)) return;
  const time = timeOf(read);
  if (time) scene.home = { ...time, months: null, named: time.year !== scene.frame.year };
}

/** 其中,市政府收到24件: parts are of the time of the sentence before. */
export function keepTime(scene: Scene, next: Token | undefined): void {
  if (!is(next, CUE.component)) return;
  const time = timeOf(scene.readings.filter((one) => one.sentence === scene.sentence - 1));
  if (time) scene.span = time;
}

export function endSentence(scene: Scene, subjects: Subjects): void {
  // A later mention in passing (信访, 一审案件 in a comparison) does not become the subject of the next sentence.
  scene.scope = spokenOf(scene, subjects) ?? scene.scope;
  if (scene.scopeDistance === "clause" || scene.scopeDistance === "sentence") scene.scopeDistance = "paragraph";
  forgetUnread(scene);
  settleHome(scene);
  scene.sentence += 1;
  scene.clause += 1;
  // 2016年以来… holds until another time is named, a single year only for its own sentence.
  scene.lasting = scene.span.several && scene.span.named && (scene.sentence === 0 || scene.lasting);
  if (!scene.lasting) scene.span = scene.home;
  scene.spanAfter = null;
  scene.brackets.length = 0;
  scene.place = null;
  scene.narrow = null;
  scene.aiming = false;
  scene.formerly = new Set(scene.amid);
  scene.amid.clear();
  if (scene.scope !== null) scene.amid.add(scene.scope);
  scene.practice = null;
  forgetParts(scene);
  scene.breakdown = false;
  endParts(scene);
  // 市政府受理…,市级部门受理…: the last of several bodies is not who the next sentence counts.
  if (scene.bodyTurns > 1) {
    scene.bodies = scene.opening.bodies;
    scene.bodyFamily = scene.opening.family;
  }
  scene.bodyTurns = 0;
  scene.opening = { bodies: scene.bodies, family: scene.bodyFamily };
}

/** After the parts, whoever was counted in the whole is counted again. */
function endParts(scene: Scene): void {
  scene.parts = false;
  if (scene.wholeBodies) {
    scene.bodies = scene.wholeBodies.bodies;
    scene.bodyFamily = scene.wholeBodies.family;
  }
  scene.wholeBodies = null;
  // 其中热线咨询…: parts that name no subject of their own leave the one of the whole.
  const { whole } = scene;
  if (whole?.scope && !scene.readings.slice(whole.read).some((one) => one.scope !== null)) scene.scope = whole.scope;
  scene.whole = null;
}

/** Whether the sentence from here on names a year after that of the report, or speaks the language of plans. */
export function looksAhead(tokens: readonly Token[], from: number, scene: Scene): boolean {
  const { year } = scene.frame;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === "stop") return false;
    if (is(token, CUE.plan_text)) return true;
    if (year !== null && token.time?.year && token.time.months === null && token.time.year > year) {
      if (!isCarriedInto(token, scene)) return true;
    }
  }
  return false;
}
