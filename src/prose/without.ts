import type { Rule } from "./lexicon.ts";
import type { Token } from "./token.ts";

/** For every rule, which words hold one it does without: 进行清理 does not hide 清理. */
const holding = new WeakMap<Rule, Map<string, boolean>>();

/** Does one of these tokens say what the rule is without? */
export function speaksOf(tokens: readonly Token[], rule: Rule): boolean {
  let known = holding.get(rule);
  if (!known) {
    known = new Map();
    holding.set(rule, known);
  }
  for (const { word } of tokens) {
    if (!word) continue;
    let holds = known.get(word.text);
    if (holds === undefined) {
      const isOwn = word.isCue;
      holds =
        rule.without?.some((one) => one === word.text || (!isOwn && one.length > 1 && word.text.endsWith(one))) ??
        false;
      known.set(word.text, holds);
    }
    if (holds) return true;
  }
  return false;
}
