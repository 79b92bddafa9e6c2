import type { Candidate } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { ofSentence, type Reading, type Scene } from "./scene.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

/** Words that stand between a group and the noun it picks from: 农民工各类法律援助案件. */
const BETWEEN = [CUE.every, CUE.filler];

/**
 * Does the noun that names the subject of this number speak of a group or a kind of its cases only: 特殊群体法律援助案件办结89件?
 */
export function isOfGroup(place: Neighbourhood, { anchor, bound, scope, scopeDistance }: Candidate): boolean {
  if (scopeDistance !== "clause" || bound.rule.narrow) return false;
  const noun = place.before.find((token) => token.index <= anchor.index && token.word?.scope === scope);
  if (!noun) return false;
  if (is(noun, CUE.group)) return true;
  // 行政处罚、行政许可案卷240卷: all kinds there are.
  if (bound.rule.kinds && place.before.filter((token) => is(token, CUE.kind_of)).length > 1) return false;
  let { gap } = noun;
  for (let i = noun.index - 1; i >= 0 && gap === 0; i -= 1) {
    const token = place.tokens[i] as Token;
    if (isOneOf(token, [CUE.group, CUE.kind_of])) return !follows(bound.rule.with, textOf(token));
    if (!isOneOf(token, BETWEEN)) return false;
    gap = token.gap;
  }
  return false;
}

const follows = (lists: readonly (readonly string[])[] | undefined, text: string): boolean =>
  lists?.some((list) => list.includes(text)) ?? false;

/** 特殊群体案件办结89件,满意率…: what follows is of the group, unless the whole was counted before it. */
export function speakOfGroup(family: string, scene: Scene): void {
  scene.narrow ??= ofSentence(scene).some((one) => one.family === family) ? "counts" : "all";
}

/** A whole less sure than this may be a misreading. */
const CREDIBLE = 0.6;

/** 调解28件,其中婚姻纠纷调解4件: after 其中 the same indicator of the same body, place and time counts a part of what it counted. */
export function isPartOfCounted(one: Reading, scene: Scene): boolean {
  if (!scene.parts || one.unit === "percent") return false;
  return ofSentence(scene).some(
    (whole) =>
      whole.indicator === one.indicator &&
      whole.kind === one.kind &&
      whole.value > one.value &&
      whole.confidence >= CREDIBLE &&
      whole.body === one.body &&
      whole.place === one.place &&
      whole.span.year === one.span.year &&
      whole.span.months === one.span.months,
  );
}

const LONGEST = 24;
/** 组织律师, 由律师, 为法律顾问: somebody has them do it. */
const HAD_DONE = /[。,;:\n][^。,;:\n]*(?:组织|由|聘|请|派|安排|引导|动员|为|向|对|让|与|和|、|有)[^。,;:\n]*$/;
const DOES =
  /^(?:们|队伍|团队|团|服务团|室|组|专家|专家组)?(?:共|累计|全年|今年以来|今年|先后|积极|依法|已){0,2}(?:为[^,。;:]{1,16}(?:提供|出具)|担任|代理|办理|参与|承办|接受|协助|审查|审核|提供|出具|受理|办)/;

/** Whether a clause begins with practitioners who do something: what they count is their own work. */
export function isAtWork(token: Token, scene: Scene): boolean {
  const before = `\n${scene.text.slice(Math.max(0, token.start - LONGEST), token.start)}`;
  return !HAD_DONE.test(before) && DOES.test(scene.text.slice(token.end, token.end + LONGEST));
}

/** 律师代理行政案件169件: cases of another subject in a sentence on practitioners are those they had in hand. */
export function isOwnWork({ bound, anchor, scope }: Candidate, { practice }: Scene): boolean {
  // 调解纠纷 needs no subject: it says its own.
  const subject = bound.rule.scope ? scope : (anchor.word?.scope ?? null);
  return practice !== null && subject !== null && subject !== practice;
}
