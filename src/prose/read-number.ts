import type { Kind } from "../model/observation.ts";
import { levelAfterChange } from "./arrived.ts";
import { bind, type Candidate } from "./bind.ts";
import { changeReading } from "./change.ts";
import { isOneWay } from "./channels.ts";
import { claimReading } from "./claim.ts";
import { endsClause, type Neighbourhood, neighbourhood } from "./clause.ts";
import { eachOf, isAnyones } from "./each-of.ts";
import {
  arrivedLevel,
  comparedLevel,
  continuedLevel,
  inheritedBenchmark,
  inheritedMultiple,
  inheritedTarget,
  isArrival,
  isLeft,
  leftLevel,
  reachedLevel,
  shareRate,
} from "./inherit.ts";
import { CUE, type Matcher } from "./matcher.ts";
import { ownBody } from "./own-body.ts";
import { isShareOfItself } from "./own-share.ts";
import { isOfGroup, isOwnWork, isPartOfCounted, isUnknownKind, speakOfGroup } from "./part-of.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { isAttributive, refersBack } from "./refers-back.ts";
import { anybodySued, isGovernmentSued } from "./respondent.ts";
import { exactLevel, listedTotal, trendLevel } from "./restate.ts";
import { type Role, type RoleFound, roleOf } from "./role.ts";
import { type AsideReason, ofSentence, type Reading, type Scene } from "./scene.ts";
import { arrivedAt } from "./since.ts";
import { is, type Token, textOf } from "./token.ts";
import { wholeBefore, wholeOf } from "./whole-before.ts";

/** What may be of one subject as well as of another is left to a person. */
const ANYONES = 0.55;
const KINDS: Partial<Readonly<Record<Role, Kind>>> = { target: "target", benchmark: "benchmark" };

/** Takes one number into the scene: as readings, or set aside with the reason. */
export function readNumber(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): void {
  const quantity = token.quantity as Quantity;
  const place = neighbourhood(tokens, token);
  const found = readingsOf(place, quantity, roleOf(place, quantity, scene), scene, matcher);
  if (scene.narrow === "counts" && quantity.units.includes("case")) {
    scene.partMost = Math.max(scene.partMost, quantity.value);
    scene.partCount += 1;
  }
  if (typeof found === "string") {
    if (found === "unbound" && isUnknownKind(place, quantity, scene)) {
      scene.narrow ??= "counts";
      scene.partMost = Math.max(scene.partMost, quantity.value);
    }
    scene.asides.push({ reason: found, start: quantity.start, end: quantity.end });
    scene.unread = true;
    return;
  }
  scene.readings.push(...found);
  scene.bodyFamily ??= found[0]?.family ?? null;
  // 是一审收案的3.6倍: what a figure is measured against is not what is spoken of.
  if (quantity.units[0] === "multiple") {
    const spoken = ofSentence(scene).findLast(
      (one) => one.unit !== "ratio" && one.unit !== "multiple" && one.scope !== null,
    );
    if (spoken) scene.scope = spoken.scope;
  }
  // A rule may say what is spoken of from here on: suits about disclosure are no suits of the region.
  const subject = found[0]?.scope ?? null;
  if (subject !== null && found.some((one) => matcher.subjects.has(one.rule))) scene.scope = subject;
}

function readingsOf(
  place: Neighbourhood,
  quantity: Quantity,
  found: RoleFound,
  scene: Scene,
  matcher: Matcher,
): Reading[] | AsideReason {
  const only = (one: Reading | null, otherwise: AsideReason): Reading[] | AsideReason => (one ? [one] : otherwise);
  const { role, sign } = found;
  if (quantity.range) return "range";
  // 某类案件增加(新收2758件): what stands before the bracket says which cases.
  if (quantity.units.includes("case") && explainsKind(place)) return "narrower";
  // 每村3名: so many for each of them.
  if (quantity.units[0] !== "percent" && isPerOne(place)) return "component";
  // Two numbers with a blank between: nothing says where the first one ends.
  if (quantity.measure === "" && touchesNumber(place)) return "list";
  // 增幅从78%下降至43%: a change by itself; of when the one left behind is, nothing says.
  if (is(found.cue ?? undefined, CUE.pace))
    return only(
      isLeft(place) ? null : changeReading(wholeClause(place), quantity, "change", sign, scene, matcher),
      "change",
    );
  if (isLeft(place)) {
    const candidate = bind(place, quantity, scene, matcher);
    scene.left = quantity.start;
    if (candidate) {
      const read = boundReadings(place, quantity, "level", candidate, scene, matcher);
      return typeof read === "string" ? read : read.map((one) => leftLevel(one, place, scene));
    }
  }
  if (scene.left !== null && isArrival(place, scene)) return only(arrivedLevel(place, quantity, scene), "change");
  if (role === "change") return only(changeReading(place, quantity, "change", sign, scene, matcher), "change");
  if (role === "benchmark" && quantity.units[0] === "point") {
    return only(changeReading(place, quantity, "benchmark", sign, scene, matcher), "change");
  }
  if (role === "share" && isShareOfItself(place, quantity, found.cue as Token, scene.readings.at(-1), scene, matcher)) {
    const { start, end } = scene.readings.pop() as Reading;
    scene.asides.push({ reason: "component", start, end });
  }
  if (role === "share") return only(shareRate(place, quantity, found, scene, matcher), "share");
  if (role === "compared_level") return only(comparedLevel(place, quantity, scene, matcher), "unbound");
  const candidate = bind(place, quantity, scene, matcher);
  if (candidate) {
    const read = boundReadings(place, quantity, role, candidate, scene, matcher);
    return typeof read === "string" || !is(found.cue ?? undefined, CUE.to) ? read : arrivedAt(read, scene);
  }
  const own = role === "level" || role === "respondent" ? ownBody(place, quantity, scene, matcher) : null;
  if (own) return [own];
  const claim = claimReading(place, quantity, scene);
  if (claim) return [claim];
  if (isAttributive(place) && refersBack(quantity, scene)) return "repeated";
  if (role === "target") return only(inheritedTarget(quantity, scene), "unbound");
  if (role === "benchmark") return only(inheritedBenchmark(quantity, scene), "unbound");
  if (role === "multiple") return only(inheritedMultiple(quantity, scene), "change");
  if (role === "respondent" && quantity.units.includes("case")) scene.narrow = "all";
  if (role !== "level") return "unbound";
  const reached =
    levelAfterChange(place, quantity, scene, matcher) ??
    exactLevel(place, quantity, scene) ??
    listedTotal(place, quantity, scene, matcher) ??
    trendLevel(place, quantity, scene, matcher);
  if (reached) return [reached];
  const arrived = is(found.cue ?? undefined, CUE.to) ? arrivedLevel(place, quantity, scene) : null;
  return only(continuedLevel(place, quantity, scene) ?? arrived ?? reachedLevel(place, quantity, scene), "unbound");
}

const wholeClause = (place: Neighbourhood): Neighbourhood => ({ ...place, before: place.clause });

/** Does the clause before the bracket that holds this number name a kind of cases: 处罚类案件? */
function explainsKind({ tokens, number }: Neighbourhood): boolean {
  let inside = true;
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (token.kind === "open") inside = false;
    else if (token.kind === "close" || endsClause(token)) return false;
    else if (!inside && textOf(token) === "类") return true;
  }
  return false;
}

/** 每村3名, 每个村(社区)配备3名: the number right after what each of them has. */
const isPerOne = ({ before }: Neighbourhood): boolean => before.some((token) => is(token, CUE.per));

function touchesNumber({ tokens, number }: Neighbourhood): boolean {
  const next = tokens[number.index + 1];
  const before = tokens[number.index - 1];
  return (next?.kind === "quantity" && next.gap === 0) || (before?.quantity?.measure === "" && number.gap === 0);
}

function boundReadings(
  place: Neighbourhood,
  quantity: Quantity,
  role: Role,
  candidate: Candidate,
  scene: Scene,
  matcher: Matcher,
): Reading[] | AsideReason {
  const { rule } = candidate.bound;
  // 留言、热线、申请等45件 counts them together.
  if (textOf(place.tokens[place.number.index - 1]) === "等") return "list";
  const named = candidate.scopeDistance === "clause";
  if (isOneWay(place, candidate)) return "component";
  if (role === "respondent" && !rule.narrow && !isWholeOfSued(place, candidate, scene)) {
    scene.narrow = "all";
    return "narrower";
  }
  if (isOwnWork(candidate, scene)) return "narrower";
  if (quantity.units[0] !== "percent" && isOfGroup(place, candidate)) {
    speakOfGroup(candidate.bound.indicator.family, scene);
    return "component";
  }
  // 受理108件,其中涉企50件,审结99件: more than the part has is of the whole.
  const isMore = scene.partMost > 0 && quantity.value > scene.partMost && quantity.units.includes("case");
  const isPart = scene.narrow === "all" || (scene.narrow === "counts" && quantity.units[0] !== "percent" && !isMore);
  // 其中涉企22件: the part has an indicator of its own.
  const isOwn = rule.narrow && scene.narrow === "counts";
  if ((isPart && !named && !isOwn) || scene.narrow === "kind") return "narrower";
  // 183个县政府中有167个: the tier is what is counted.
  if (
    !rule.outOf &&
    scene.bodies.has("tier") &&
    !scene.bodies.has("departments") &&
    scene.bodyClause === scene.clause
  ) {
    scene.narrow = "all";
    return "tier";
  }
  if (scene.breakdown && !named && quantity.units.includes("case")) return "component";
  // 其中村调委会180个: a noun that something qualifies, among the parts.
  if (scene.parts && rule.weak && candidate.unexplained > 0) return "component";
  // …的675万件也在其内: said to be inside another figure.
  if (!rule.narrow && place.after.some((token) => is(token, CUE.within))) return "component";
  const sameUnit = quantity.units.includes(candidate.bound.indicator.unit);
  if (candidate.attributive && sameUnit && refersBack(quantity, scene)) return "repeated";
  const kind = KINDS[role] ?? (isIntended(place, candidate) ? "target" : (rule.kind ?? "observation"));
  const sure = named || !isAnyones(candidate, quantity, scene) ? 1 : ANYONES;
  const one = reading(candidate.bound, quantity, kind, candidate, scene, sure);
  if (!rule.narrow && isPartOfCounted(one, scene)) return "component";
  if (is(candidate.anchor, CUE.group)) speakOfGroup(one.family, scene);
  const whole = rule.outOf ? wholeBefore(place, quantity, scene) : null;
  const also = (rule.also ?? []).map((indicator) => ({ ...one, indicator }));
  return [
    ...(whole ? [wholeOf(one, whole, rule.outOf as string, scene)] : []),
    one,
    ...also,
    ...eachOf(place, candidate, quantity, kind, scene, matcher),
  ];
}

/** 拟修改9件, 3件需要修改: what is to be done, right before the word that does it. */
const isIntended = ({ tokens }: Neighbourhood, { anchor }: Candidate): boolean => {
  const before = tokens[anchor.index - 1];
  return anchor.gap === 0 && is(before, CUE.intent);
};

/** A list of all who are sued stands after the verb that counts (收到以…); one that stands alone is a part. */
function isWholeOfSued(place: Neighbourhood, { anchor, scopeDistance }: Candidate, scene: Scene): boolean {
  if (scopeDistance !== "clause") return false;
  const sued = anybodySued(place, scene);
  return isGovernmentSued(place) || (sued !== null && anchor.end <= sued.from);
}
