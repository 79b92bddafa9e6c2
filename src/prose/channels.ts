import type { Candidate } from "./bind.ts";
import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { is, type Token } from "./token.ts";

const WIDEST = 40;

/** 适用简易程序审结40件: one procedure of several, or one channel. */
export function isOneWay(place: Neighbourhood, { bound }: Candidate): boolean {
  if (!bound.rule.narrow && place.before.some((token) => is(token, CUE.procedure))) return true;
  return bound.indicator.unit !== "percent" && isOneChannel(place);
}

/**
 * Does this number count what one channel among several told: 网站公开520条,公告栏公开130条,新媒体发布85条?
 *
 * @remarks Each clause of the row names a channel of its own and a number; none of them is the total.
 */
function isOneChannel({ tokens, number, clause }: Neighbourhood): boolean {
  if (!clause.some(isChannel)) return false;
  return opensRow(tokens, number.index, -1) || opensRow(tokens, number.index, 1);
}

const isChannel = (token: Token): boolean => is(token, CUE.channel);

/** Whether the next clause in this direction names a channel and a number as well. */
function opensRow(tokens: readonly Token[], from: number, step: 1 | -1): boolean {
  let commas = 0;
  let named = false;
  let counted = false;
  for (let i = from + step; Math.abs(i - from) <= WIDEST; i += step) {
    const token = tokens[i];
    if (!token || token.kind === "stop" || is(token, CUE.component)) break;
    if (endsClause(token)) commas += 1;
    if (commas > 1) break;
    if (commas === 0) continue;
    named ||= isChannel(token);
    counted ||= token.kind === "quantity";
  }
  return named && counted;
}
