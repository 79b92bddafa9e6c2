import { CUE } from "./matcher.ts";
import { placeSubject } from "./place-subject.ts";
import { ofSentence, type Scene, type Span } from "./scene.ts";
import { MIXED } from "./subject.ts";
import { is, type Token } from "./token.ts";

/** Keeps what is said of time outside a bracket. */
export function openBracket(scene: Scene): void {
  scene.brackets.push(scene.span);
}

/** What was said of time inside brackets stays there. */
export function closeBracket(scene: Scene): void {
  const outside: Span | undefined = scene.brackets.pop();
  if (outside) scene.span = outside;
}

/** Takes the place a clause begins with as the subject of what it counts. */
export function beginClause(scene: Scene, from: number): void {
  scene.agency = isOneAgency(scene, from);
  const place = placeSubject(scene, from);
  if (place !== undefined) scene.place = place;
}

const LONGEST_AGENCY = 24;
const AGENCY =
  /^(?:其中,?)?([\u4e00-\u9fff]{2,12}?(?:局|委|厅|支队|总队))(?:共|新收|收到|受理|办理|审结|办结|发生|被诉|\d)/;
/** Bodies that keep the figures of all others. */
const KEEPERS = /各|司法|法制|依法|复议|法律援助|调委|调解/;

/** 市公安局受理41件: one agency among those counted, unless the report is its own. */
function isOneAgency({ text, frame }: Scene, from: number): boolean {
  const name = AGENCY.exec(text.slice(from, from + LONGEST_AGENCY))?.[1];
  return name !== undefined && !KEEPERS.test(name) && !frame.head.split("。", 1)[0]?.includes(name);
}

export function endClause(scene: Scene, semicolon: boolean): void {
  scene.clause += 1;
  if (scene.spanAfter) scene.span = scene.spanAfter;
  scene.spanAfter = null;
  if (scene.scopeDistance === "clause") scene.scopeDistance = "sentence";
  if (!semicolon) return;
  scene.place = null;
  if (scene.narrow === "kind") scene.narrow = null;
  const whole = scene.parts
    ? ofSentence(scene).findLast((one) => one.scope !== null && one.scope !== MIXED)
    : undefined;
  if (whole) scene.scope = whole.scope;
  endParts(scene);
}

export function endSentence(scene: Scene): void {
  const last = ofSentence(scene).findLast((one) => one.scope !== null && one.scope !== MIXED && one.unit !== "ratio");
  // A later mention in passing (信访, 一审案件 in a comparison) does not become the subject of the next sentence.
  if (last) scene.scope = last.scope;
  if (scene.scopeDistance === "clause" || scene.scopeDistance === "sentence") scene.scopeDistance = "paragraph";
  scene.sentence += 1;
  scene.clause += 1;
  // 2016年以来… holds until another time is named, a single year only for its own sentence.
  scene.lasting = scene.span.several && scene.span.named && (scene.sentence === 0 || scene.lasting);
  if (!scene.lasting) scene.span = { year: scene.frame.year, months: null, several: false, named: false };
  scene.spanAfter = null;
  scene.brackets.length = 0;
  scene.place = null;
  scene.narrow = null;
  scene.breakdown = false;
  endParts(scene);
}

/** After the parts, whoever was counted in the whole is counted again. */
function endParts(scene: Scene): void {
  scene.parts = false;
  if (scene.wholeBodies) {
    scene.bodies = scene.wholeBodies.bodies;
    scene.bodyFamily = scene.wholeBodies.family;
  }
  scene.wholeBodies = null;
}

/** Whether the sentence from here on names a year after that of the report, or speaks the language of plans. */
export function looksAhead(tokens: readonly Token[], from: number, scene: Scene): boolean {
  const { year } = scene.frame;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === "stop") return false;
    if (is(token, CUE.plan_text)) return true;
    if (year !== null && token.time?.year && token.time.months === null && token.time.year > year) return true;
  }
  return false;
}
