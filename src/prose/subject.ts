import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import { ofSentence, type Scene, type ScopeDistance } from "./scene.ts";
import { is, isJoint } from "./token.ts";

export interface Subject {
  readonly scope: string | null;
  readonly scopeDistance: ScopeDistance;
}

/** What two subjects joined by 和 or 、 are: 行政复议和行政应诉案件123件 counts neither of them alone. */
export const MIXED = "mixed";
const NEAR = 4;

/** What is spoken of at this number: named in the clause, named right after the number, or carried from before? */
export function subjectOf(place: Neighbourhood, scene: Scene, matcher: Matcher): Subject {
  const following = followingSubject(place);
  const named = following ?? nearestSubject(place, matcher);
  const isWider = named !== null && following === null && isNear(scene) && parentOf(scene, matcher) === named;
  if (named) return { scope: isWider ? scene.scope : named, scopeDistance: "clause" };
  // 法律顾问参与办理复议…,出具意见书…: whoever is at work stays so through the sentence.
  if (scene.practice !== null) return { scope: scene.practice, scopeDistance: "sentence" };
  // 其中刑事案件…: parts named in passing do not become the subject of what follows.
  const whole = scene.parts ? ofSentence(scene).findLast((one) => one.scope !== null) : undefined;
  if (whole) return { scope: whole.scope, scopeDistance: "sentence" };
  return { scope: scene.scope, scopeDistance: scene.scopeDistance };
}

/**
 * 审结行政诉讼案件、审查非诉案件61件。协调撤诉7件: another subject named before, of which alone the words around can be said.
 *
 * @returns null where the subject is named nearby, or figures of it were read
 */
export function otherSubject(
  subject: () => Subject,
  { before, after }: Neighbourhood,
  { amid, formerly, readings }: Scene,
  matcher: Matcher,
): Subject | null {
  const only = (before.find(({ word }) => word?.only) ?? after.find(({ word }) => word?.only))?.word?.only;
  if (!only) return null;
  const { scope, scopeDistance } = subject();
  if (scopeDistance === "clause" || (scopeDistance === "sentence" && scope !== MIXED)) return null;
  if (only === scope || readings.some((one) => one.scope === scope)) return null;
  const isNamed = [...amid, ...formerly].some((one) => one === only || matcher.parents.get(one) === only);
  return isNamed ? { scope: only, scopeDistance: "paragraph" } : null;
}

const isNear = ({ scopeDistance }: Scene): boolean => scopeDistance === "clause" || scopeDistance === "sentence";
const parentOf = ({ scope }: Scene, matcher: Matcher): string | undefined => matcher.parents.get(scope ?? "");

/** 收到29.2万件行政复议案件: the noun follows at once. */
function followingSubject(place: Neighbourhood): string | null {
  for (const token of place.after.slice(0, NEAR)) {
    if (token.gap > 0 || token.word === null) return null;
    if (token.word.scope) return token.word.scope;
    // 一审10236件、二审5010件: what follows a pause is counted by the next number.
    if (!token.word.neutral || is(token, CUE.joint)) return null;
  }
  return null;
}

function nearestSubject(place: Neighbourhood, matcher: Matcher): string | null {
  let nearest: string | null = null;
  let link: "touching" | "joined" | "apart" = "apart";
  let gap = 0;
  for (const token of place.before) {
    if (gap > 0) link = "apart";
    gap = token.gap;
    const scope = token.word?.scope ?? null;
    if (scope === null) {
      const joins = isJoint(token);
      if (joins && link === "touching") link = "joined";
      else if (!is(token, CUE.filler) && !is(token, CUE.having)) link = "apart";
      continue;
    }
    if (nearest === null) nearest = scope;
    else if (link === "joined" && !related(scope, nearest, matcher)) {
      // 一审、二审、再审案件: all of one subject.
      const shared = matcher.parents.get(scope);
      if (shared === undefined || shared !== (matcher.parents.get(nearest) ?? nearest)) return MIXED;
      nearest = shared;
    }
    // 一审…行政诉讼案件: the narrower name holds.
    else if (link !== "joined" && matcher.parents.get(scope) === nearest) nearest = scope;
    else if (scope !== nearest) break;
    link = "touching";
  }
  return nearest;
}

function related(a: string, b: string, matcher: Matcher): boolean {
  return a === b || matcher.parents.get(a) === b || matcher.parents.get(b) === a;
}
