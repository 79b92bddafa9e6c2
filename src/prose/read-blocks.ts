import { CUE, type Matcher } from "./matcher.ts";
import { readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";
import type { Aside, Frame, MaskedFigure, Reading, Stretch } from "./scene.ts";
import { scopeOf } from "./scope-of.ts";
import type { Block, Line } from "./segment.ts";
import { is, type Token, tokensOf } from "./token.ts";
import { unitsOf } from "./units-of.ts";

/** A reading with the block it stands in. */
export interface Found {
  readonly reading: Reading;
  readonly block: Block;
}

export interface ReadBlocks {
  readonly found: readonly Found[];
  readonly asides: readonly Aside[];
  readonly masked: readonly MaskedFigure[];
}

/** So many figures back a number may refer to. */
const RECENT = 40;
/** Who reports says so within so many letters. */
const OPENING = 80;
/** A title of a report says more than this many letters. */
const SHORTEST_TITLE = 8;
/** 政府信息公开专栏: where on a site a report stands says nothing of its subject. */
const SITE = /(?:专栏|栏目|频道|平台|网站|网|首页|专题)$/;

/** Which readings do the blocks of this report hold, in the order in which they are to be believed? */
export function readBlocks(text: string, blocks: readonly Block[], frame: Frame, matcher: Matcher): ReadBlocks {
  const found: Found[] = [];
  const fromTitles: Found[] = [];
  const asides: Aside[] = [];
  const masked: MaskedFigure[] = [];
  const sections = sectionsOf(text, blocks, frame, matcher);
  blocks.forEach((block, index) => {
    let section = sections(block.path);
    if (block.kind === "table") {
      const before = blocks[index - 1];
      const above = before?.kind === "paragraph" ? (before.lines[0] as Line) : null;
      const caption = above && isCaption(text.slice(above.from, above.to)) ? above : null;
      const stretch = { from: 0, to: 0, ...section };
      const readings = readTable(text, block.lines, caption, stretch, frame, matcher);
      for (const reading of readings) found.push({ reading, block });
      return;
    }
    const recent = found.slice(-RECENT);
    // 解答咨询300次 names no subject: the one spoken of before it goes on.
    const last = section.scope === null ? recent.findLast(({ reading }) => reading.scope !== null) : undefined;
    if (last && isBeside(last.block, block)) section = { ...section, scope: last.reading.scope };
    const earlier: Reading[] = recent.map(({ reading }) => reading);
    for (const stretch of stretchesOf(text, block.lines[0] as Line, section)) {
      const read = readParagraph(text, stretch, frame, matcher, earlier);
      // One by one: a paragraph may hold more numbers than a call takes arguments.
      for (const aside of read.asides) asides.push(aside);
      for (const mask of read.masked) masked.push(mask);
      const list = block.title ? fromTitles : found;
      for (const reading of read.readings) {
        earlier.push(reading);
        list.push({ reading, block });
      }
    }
  });
  // A title rounds what the text says exactly: it speaks last.
  return { found: [...found, ...fromTitles], asides, masked };
}

/** A paragraph of several sentences before a table is not what it is called. */
const LONGEST_CAPTION = 80;
const isCaption = (line: string): boolean => line.length <= LONGEST_CAPTION || !line.slice(0, -1).includes("。");

type Section = Pick<Stretch, "scope" | "plan" | "ofCourt" | "year">;

/** 一、2022年案件情况: a heading of its own that begins with one year. */
const YEAR_HEADING =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.章部]分?|\(?[一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?((?:19|20)\d\d)年(?!以?来|底|前|末|至|到|[-~—]|\d{1,2}月)[^\d,。;:]{0,20}$/;

/** Which year does a section speak of, where its heading names an earlier one than that of the report? */
function yearOf(path: readonly string[], frame: Frame): number | null {
  const named = path.findLast((heading) => YEAR_HEADING.test(heading));
  const year = Number(YEAR_HEADING.exec(named ?? "")?.[1]);
  return frame.year !== null && year < frame.year ? year : null;
}

/** What the headings above a block say; each path is looked at once. */
function sectionsOf(
  text: string,
  blocks: readonly Block[],
  frame: Frame,
  matcher: Matcher,
): (path: readonly string[]) => Section {
  const known = new Map<readonly string[], Section>();
  const read = headingReader(matcher);
  const titles = blocks.filter((block) => block.title).map(({ lines: [line] }) => text.slice(line?.from, line?.to));
  const telling = titles.filter((title) => title.length >= SHORTEST_TITLE && !SITE.test(title)).reverse();
  const subject = scopeOf(telling.map(read), matcher);
  const isPlanned = titles.some((title) => isPlanTitle(title, read));
  const opening = text.slice(0, OPENING).split("。", 1)[0] as string;
  const ofCourt = read(opening).some((token) => is(token, CUE.courts));
  return (path) => {
    const section = known.get(path) ?? {
      scope: scopeOf(path.map(read), matcher) ?? subject,
      plan: isPlanned || isPlan(path, frame, read),
      ofCourt,
      year: yearOf(path, frame),
    };
    known.set(path, section);
    return section;
  };
}

type HeadingReader = (heading: string) => readonly Token[];

/** Reads a heading once, however many sections it stands above. */
function headingReader(matcher: Matcher): HeadingReader {
  const known = new Map<string, readonly Token[]>();
  return (heading) => {
    const tokens = known.get(heading) ?? tokensOf(heading, 0, heading.length, matcher);
    known.set(heading, tokens);
    return tokens;
  };
}

/** 工作要点, 实施方案: the whole document is a plan; a report on how one was carried out is not. */
function isPlanTitle(title: string, read: HeadingReader): boolean {
  if (title.length < SHORTEST_TITLE || /情况|报告|总结|通报|完成|成效|统计|汇报|综述/.test(title)) return false;
  return read(title).some((token) => is(token, CUE.plan_title));
}

/** Whether a section speaks of what is to come: its heading says so, or names a later year. */
function isPlan(path: readonly string[], frame: Frame, read: HeadingReader): boolean {
  return path.some((heading) => {
    const year = Number(/(\d{4})年/.exec(heading)?.[1]);
    if (frame.year !== null && year > frame.year) return true;
    if (/完成|成效|情况/.test(heading)) return false;
    const tokens = read(heading);
    // 三、重点工作 is one; 围绕重点工作,补齐短板 tells what was done.
    const ends = tokens.findLast(({ end }) => !/[\u4e00-\u9fff]/.test(heading.slice(end)));
    return tokens.some((token) => is(token, CUE.plan_heading)) || is(ends, CUE.plan_subject);
  });
}

/** A numbered point, not a section with a title of its own. */
const POINT = /^\d/;

/** In the same section as the block before, or in a point it is divided into. */
const isBeside = (before: Block, block: Block): boolean =>
  block.path === before.path ||
  block.path.join() === before.path.join() ||
  (POINT.test(block.path.at(-1) ?? "") && block.path.slice(0, -1).every((heading, i) => heading === before.path[i]));

const ORDINALS = unitsOf("一二三四五六七八九十");
const POINT_MARKS = unitsOf("。;:,)");
const IS = "是".charCodeAt(0);

/** 一是…二是…: every point is a stretch of its own, so that a subject does not leak into the next. */
function stretchesOf(text: string, line: Line, section: Section): Stretch[] {
  const stretches: Stretch[] = [];
  let from = line.from;
  for (let at = line.from + 2; at < line.to; at += 1) {
    if (text.charCodeAt(at) !== IS) continue;
    const to = at - 1;
    if (!ORDINALS.has(text.charCodeAt(to)) || !POINT_MARKS.has(text.charCodeAt(to - 1))) continue;
    stretches.push({ from, to, ...section });
    from = to;
  }
  stretches.push({ from, to: line.to, ...section });
  return stretches;
}
