import type { Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Scene } from "./scene.ts";
import { is } from "./token.ts";

/** Whom a clause names as sued stands within so many letters before the number. */
const FAR = 60;
const SUED = /以([^,。;:\d]{2,40}?)(?:作)?为(?:共同)?被(?:告|申请人)的?(?=[^,。;:\d]*$)/;
const ANY = /行政(?:机关|主体)$/;
const BODY = /(?:政府|部门|街道|乡|镇|单位|机构|局|委)$/;

/** Where a clause says who is sued, without picking some of them: 以本地行政机关为被告的, 以各乡镇政府、市政府部门为被申请人的. */
export function anybodySued(
  { clause, number }: Neighbourhood,
  { text, parts }: Scene,
): { readonly from: number; readonly to: number } | null {
  if (!clause.some((token) => is(token, CUE.respondent))) return null;
  const start = Math.max(0, number.start - FAR);
  const found = SUED.exec(text.slice(start, number.start));
  if (!found || parts || clause.some((token) => is(token, CUE.tier))) return null;
  const names = (found[1] as string).split(/[、和及与]/);
  const isAnybody = names.length === 1 ? ANY.test(names[0] as string) : names.every((name) => BODY.test(name));
  return isAnybody ? { from: start + found.index, to: start + found.index + found[0].length } : null;
}

/** 以区政府为被告的行政诉讼案件: whom a government is sued as is how it counts suits, not a part of them. */
export const isGovernmentSued = ({ clause }: Neighbourhood): boolean =>
  clause.some((token) => is(token, CUE.defendant)) && clause.some((token) => is(token, CUE.government));
