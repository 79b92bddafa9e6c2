import { bind } from "./bind.ts";
import { endsClause, type Neighbourhood, neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { BY_POSITION, reading } from "./reading.ts";
import { amountOf, ofSentence, type Reading, type Scene } from "./scene.ts";
import { is, type Token } from "./token.ts";

/** A place with its number: 青禾县(51件), 青禾县51件, 河南(8917). */
interface Item {
  readonly name: string;
  readonly code: string | null;
  readonly start: number;
  readonly quantity: Quantity;
  readonly last: Token;
}

const LONGEST_NAME = 8;
const WIDEST = 80;
const FULL_NAME = /^[\u4e00-\u9fff]{2,5}[市县州旗]$/;
const KINDS = new Set("市县州旗");
/** 各区, 其他县: no names. */
const COMMON = /^[各全其本该两]/;

/**
 * Which readings does a list of places with one number each give: 收案居前的是青禾县(51件)、南坪县(43件)?
 *
 * @remarks
 * Two places or more, each right before its number or before the bracket that holds it. What is counted stands before the
 * first place, in its clause or the one before; after 其中 it is what was counted last.
 *
 * @returns the index of the last token of the list, or null where no list begins here
 */
export function readPlaces(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): number | null {
  const first = itemAt(token, tokens, scene, matcher);
  if (!first) return null;
  const items = [first];
  for (let next = nextItem(first, tokens, scene, matcher); next; next = nextItem(next, tokens, scene, matcher))
    items.push(next);
  if (items.length < 2) return null;
  const place = beforeNames(neighbourhood(tokens, token), first.start);
  const made = items.map((item) => readingOf(item, place, scene, matcher));
  for (const [i, { quantity }] of items.entries()) {
    const one = made[i];
    if (one) scene.readings.push(one);
    else scene.asides.push({ reason: "list", start: quantity.start, end: quantity.end });
  }
  return (items.at(-1) as Item).last.index;
}

function itemAt(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): Item | null {
  const quantity = token.quantity as Quantity;
  const opener = tokens[token.index - 1];
  const bracketed = opener?.kind === "open" && token.gap === 0;
  const closer = tokens[token.index + 1];
  if (bracketed && closer?.kind !== "close") return null;
  const named = nameBefore(scene, bracketed ? opener.start : quantity.start, matcher);
  return named && { ...named, quantity, last: bracketed ? (closer as Token) : token };
}

/** The item after this one, with nothing but a pause or a comma and its own name between. */
function nextItem({ last }: Item, tokens: readonly Token[], scene: Scene, matcher: Matcher): Item | null {
  for (let i = last.index + 1; i < tokens.length && i <= last.index + 5; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === "stop") return null;
    if (token.kind !== "quantity") continue;
    const item = itemAt(token, tokens, scene, matcher);
    return item && /^[、,;和及]?$/.test(scene.text.slice(last.end, item.start)) ? item : null;
  }
  return null;
}

function nameBefore(scene: Scene, end: number, matcher: Matcher): Pick<Item, "name" | "code" | "start"> | null {
  const last = scene.text[end - 1] ?? "\n";
  if (!scene.frame.endings.has(last) && !matcher.placeEndings.has(last) && !KINDS.has(last)) return null;
  for (let length = LONGEST_NAME; length >= 2; length -= 1) {
    const name = scene.text.slice(end - length, end);
    const code = scene.frame.places.get(name) ?? matcher.placeNames.get(name);
    if (code !== undefined) return code === scene.frame.region ? null : { name, code, start: end - length };
  }
  for (let length = LONGEST_NAME; length >= 3; length -= 1) {
    const name = scene.text.slice(end - length, end);
    const opens = /[^\u4e00-\u9fff]/.test(scene.text[end - length - 1] ?? "\n");
    if (opens && FULL_NAME.test(name) && !COMMON.test(name)) return { name, code: null, start: end - length };
  }
  return null;
}

/** The words before the first name, from its clause or, where they say nothing there, from the one before. */
function beforeNames(place: Neighbourhood, start: number): Neighbourhood {
  const before: Token[] = [];
  let crossed = false;
  for (let i = place.number.index - 1; i >= Math.max(0, place.number.index - WIDEST); i -= 1) {
    const token = place.tokens[i] as Token;
    if (token.end > start) continue;
    if (token.kind === "stop" || token.kind === "quantity") break;
    if (endsClause(token)) {
      if (crossed || before.some(({ word }) => word && word.anchors.length > 0)) break;
      crossed = true;
    } else before.push(token);
  }
  return { ...place, before, clause: before };
}

function readingOf(item: Item, place: Neighbourhood, scene: Scene, matcher: Matcher): Reading | null {
  const { quantity, name, code } = item;
  const candidate = bind(place, quantity, scene, matcher);
  const one = candidate
    ? reading(candidate.bound, quantity, "observation", { ...candidate, unexplained: 0 }, scene, BY_POSITION)
    : partOf(quantity, place, scene);
  return one && { ...one, place: name, region: code };
}

/** 500件,其中青禾县50件: what was counted last. */
function partOf(quantity: Quantity, place: Neighbourhood, scene: Scene): Reading | null {
  const last = ofSentence(scene).findLast((one) => one.kind === "observation");
  const opened = place.before.every((one) => one.kind === "open" || is(one, CUE.component) || is(one, CUE.filler));
  if (!last || !opened || quantity.value > last.value) return null;
  if (quantity.units.length > 0 && !quantity.units.includes(last.unit)) return null;
  return {
    ...last,
    ...amountOf(quantity),
    body: null,
    confidence: last.confidence * BY_POSITION,
    rule: `${last.rule}+place`,
  };
}
