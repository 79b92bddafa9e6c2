import type { Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Scene } from "./scene.ts";
import { is } from "./token.ts";

/** Whom a clause names as sued stands within so many letters before the number. */
const FAR = 60;
const SUED = /以([^,。;:\d]{2,40}?)(?:作)?为(?:共同)?被(?:告|申请人)的?(?=[^,。;:\d]*$)/;
const ANY = /行政(?:机关|主体)$/;
/** 县级政府及其部门: one tier of several. */
const TIER = /[省市县区州]级|市州|区县|县区|县市|地市/;
const BODY = /(?:政府|部门|街道|乡|镇|单位|机构|局|委)$/;

/** Where a clause says who is sued, without picking some of them: 以本地行政机关为被告的, 以各乡镇政府、市政府部门为被申请人的. */
export function anybodySued(
  { clause, number }: Neighbourhood,
  { text, parts }: Scene,
): { readonly from: number; readonly to: number } | null {
  if (!clause.some((token) => is(token, CUE.respondent))) return null;
  const start = Math.max(0, number.start - FAR);
  const found = SUED.exec(text.slice(start, number.start));
  if (!found || parts) return null;
  const list = found[1] as string;
  const names = list.split(/[、和及与]/);
  const isAnybody = names.length === 1 ? ANY.test(list) : !TIER.test(list) && names.every((name) => BODY.test(name));
  return isAnybody ? { from: start + found.index, to: start + found.index + found[0].length } : null;
}

/** 以区政府为被告的行政诉讼案件: whom a government is sued as is how it counts suits, not a part of them. */
export const isGovernmentSued = ({ clause }: Neighbourhood): boolean =>
  clause.some((token) => is(token, CUE.defendant)) && clause.some((token) => is(token, CUE.government));
