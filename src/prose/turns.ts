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
  const place = placeSubject(scene, from);
  if (place !== undefined) scene.place = place;
}

export function endClause(scene: Scene, semicolon: boolean): void {
  scene.clause += 1;
  if (scene.spanAfter) scene.span = scene.spanAfter;
  scene.spanAfter = null;
  if (scene.scopeDistance === "clause") scene.scopeDistance = "sentence";
  if (!semicolon) return;
  scene.place = null;
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
