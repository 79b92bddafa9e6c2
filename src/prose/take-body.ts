import type { Body } from "../model/observation.ts";
import { BODY_CUES } from "./lexicon.ts";
import { CUE } from "./matcher.ts";
import type { Scene } from "./scene.ts";
import { is, isJoint, isOneOf, type Token, textOf } from "./token.ts";

const BODIES = BODY_CUES.map((cue) => CUE[cue]);

/** Takes the bodies that a word names into the scene: they are who is counted from there on. */
export function takeBody(token: Token, tokens: readonly Token[], scene: Scene): void {
  if (!isOneOf(token, BODIES)) return;
  const next = tokens[token.index + 1];
  // 司法部的部署: a body that only qualifies a noun is not who is counted; 全市的 is.
  const qualifies =
    (textOf(next) === "的" && next?.gap === 0 && !is(token, CUE.whole_region)) ||
    isSource(token, scene) ||
    isCounted(token, tokens) ||
    isObject(token, scene) ||
    // 法院判决驳回6件 in the report of those sued: who judges is not who is counted.
    (is(token, CUE.courts) && !scene.ofCourt && next?.gap === 0 && is(next, CUE.judging));
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
    ) ||
    // 以各部门为被申请人的: against whom, not who counts.
    /^[^,。;:\d]{0,24}为(?:共同)?被申请人/.test(scene.text.slice(token.end, token.end + 32))
  );
}

/** 13个乡镇街道及562个村建立…: bodies that are counted beside others are not who counts. */
function isCounted(token: Token, tokens: readonly Token[]): boolean {
  const next = tokens[token.index + 1];
  if (is(token, CUE.tier) || tokens[token.index - 1]?.kind !== "quantity" || token.gap > 0) return false;
  return isJoint(next);
}

/** 司法部数据显示: who tells is not who is counted. */
function isSource(token: Token, scene: Scene): boolean {
  return /^[^,。;:\d]{0,6}(?:数据|介绍|联合|会同|命名|印发|部署|公布|通报|发布|消息|表示|指出|通报会|发布会|有关负责人|负责人说|获悉|了解到|披露|透露|显示)/.test(
    scene.text.slice(token.end, token.end + 12),
  );
}

/** 报某局备案: who receives is not who is counted. */
export function isAddressee(token: Token, scene: Scene): boolean {
  return /[向报送由][^,。;:]{0,8}$/.test(scene.text.slice(Math.max(0, token.start - 9), token.start));
}
