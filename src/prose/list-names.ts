import { bind, type Candidate } from "./bind.ts";
import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Scene } from "./scene.ts";
import { is, type Token } from "./token.ts";

const WIDEST = 80;
const LONGEST_NAME = 8;
const LONGEST_VERB = 16;
const FULL_NAME = /^[\u4e00-\u9fff]{1,4}[市县区州旗]$/;
const FIRST_NAME = /(?:^|[。,;:])([^。,;:]{1,4}[市县区州旗])$/;
const OTHER_NAME = /^([^。,;:]{1,4}?[市县区州旗])/;

/**
 * Which places are listed before 分别, joined by 、 and as many as there are numbers?
 *
 * @returns their names, and where in the text the first begins; null where the items are not all places
 */
export function namesBefore(
  place: Neighbourhood,
  count: number,
  scene: Scene,
): { readonly names: readonly string[]; readonly start: number } | null {
  const cue = place.before.find((token) => is(token, CUE.respectively));
  if (!cue) return null;
  return (
    listedBefore(scene.text[cue.start - 1] === "," ? cue.start - 1 : cue.start, count, scene) ??
    listedEarlier(cue.start, count, scene)
  );
}

type Listed = NonNullable<ReturnType<typeof namesBefore>>;

/** 甲区、乙区、丙市收案居前,分别为: a list of places that a verb parts from the numbers. */
function listedEarlier(cue: number, count: number, scene: Scene): Listed | null {
  const from = Math.max(0, cue - (LONGEST_NAME + 4) * count - LONGEST_VERB);
  const before = scene.text.slice(from, cue);
  const last = before.lastIndexOf("、");
  if (last < 0 || /[。;\n]/.test(before.slice(last))) return null;
  const name = placeName(before.slice(last + 1).split(/[,:]/)[0] as string, false, scene);
  if (name === null) return null;
  const found = listedBefore(from + last + 1 + name.length, count, scene);
  return found?.names.every((one) => scene.frame.places.has(one) || FULL_NAME.test(one)) ? found : null;
}

function listedBefore(end: number, count: number, scene: Scene): Listed | null {
  const items = scene.text
    .slice(Math.max(0, end - (LONGEST_NAME + 4) * count), end)
    .split("、")
    .slice(-count);
  if (items.length < count) return null;
  const names = items.flatMap((item, i) => placeName(item, i === 0, scene) ?? []);
  if (names.length < count) return null;
  const first = items[0] as string;
  return { names, start: end - items.join("、").length + first.lastIndexOf(names[0] as string) };
}

/** The place at the end of the first item, at the beginning of any other. */
function placeName(item: string, isFirst: boolean, scene: Scene): string | null {
  for (let length = Math.min(LONGEST_NAME, item.length); length >= 2; length -= 1) {
    const name = isFirst ? item.slice(-length) : item.slice(0, length);
    if (scene.frame.places.has(name)) return name;
  }
  return (isFirst ? FIRST_NAME : OTHER_NAME).exec(item)?.[1] ?? null;
}

/** Binds with the words before a list of names, also across the comma that stands before 分别. */
export function bindBeforeNames(
  place: Neighbourhood,
  start: number,
  quantity: Quantity,
  scene: Scene,
  matcher: Matcher,
): Candidate | null {
  const before: Token[] = [];
  const from = Math.max(0, place.number.index - WIDEST);
  for (let i = place.number.index - 1; i >= from; i -= 1) {
    const token = place.tokens[i] as Token;
    if (token.end > start) continue;
    if (endsClause(token) || token.kind === "quantity") break;
    before.push(token);
  }
  // 丙市败诉率分别为, 丙市受理数居前,分别为: the indicator may also follow the names.
  const follow = place.tokens
    .slice(from, place.number.index)
    .filter((token) => token.start >= start)
    .reverse();
  const candidate =
    bind({ ...place, before, clause: before }, quantity, scene, matcher) ??
    bind({ ...place, before: follow, clause: follow }, quantity, scene, matcher);
  return candidate && { ...candidate, unexplained: 0 };
}
