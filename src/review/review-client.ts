import { openForm } from "./edit-form.ts";
import { colourMarks, paintText } from "./paint-text.ts";
import type { ReviewCell, ReviewOverview, ReviewReport, ReviewRequest } from "./review-types.ts";
import type { PageWords } from "./review-words.ts";

// Runs in the page. Addresses are relative: the token stands in the path of the page, so every request carries it.

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const words = JSON.parse(part("words").textContent ?? "{}") as PageWords;
const [text, list, message] = [part("text"), part("figures"), part("message")];
const [reason, reports] = [part<HTMLInputElement>("reason"), part<HTMLSelectElement>("reports")];

let overview: ReviewOverview = { reports: [], indicators: [] };
let report: ReviewReport | null = null;
let now = 0;

async function ask<T>(address: string, body?: ReviewRequest): Promise<T> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const answer = await fetch(address, body === undefined ? {} : post);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const indicatorOf = (id: string) => overview.indicators.find((one) => one.id === id);

/** A figure keeps its unit unless it is given another indicator. */
function unitOf(cell: ReviewCell, indicator: string): string {
  const known = indicatorOf(indicator);
  const unit = indicator === cell.fields.indicator ? cell.unit : known?.unit;
  return unit === known?.unit ? (known?.unitName ?? "") : (words.units[unit ?? ""] ?? unit ?? "");
}

function element(tag: string, className: string, content: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = content;
  return made;
}

function stateOf({ decision, standsIn, reason: why }: ReviewCell): string {
  const state = words.states[decision?.action ?? standsIn] ?? standsIn;
  return decision !== null || why === null ? state : `${state}：${words.reasons[why] ?? why}`;
}

/** A figure as a line of the list, as it stands once the decision is applied. */
function lineOf(cell: ReviewCell): HTMLElement {
  const { fields, confidence, asWritten, decision, place, audit } = cell;
  const shown = decision?.new ?? fields;
  const name = indicatorOf(shown.indicator)?.name ?? shown.indicator;
  const line = element("li", cell.standsIn, "");
  line.setAttribute("role", "option");
  const body = words.choices.body.find(([id]) => id === shown.body)?.[1] ?? shown.body;
  const details = [
    words.kinds[shown.kind] ?? shown.kind,
    shown.year ?? words.unknown,
    place ?? shown.region ?? words.unknown,
    body,
    shown.qualifier === "exact" ? null : words.qualifiers[shown.qualifier],
    `“${asWritten}”`,
    confidence === null ? null : `${words.confidence} ${confidence.toFixed(2)}`,
    decision?.why,
  ];
  const head = element("div", "name", `${name} ${shown.value} ${unitOf(cell, shown.indicator)}`);
  const told = details.filter((one) => one !== null && one !== undefined && one !== "");
  line.append(element("span", "state", stateOf(cell)), head, element("div", "detail", told.join(" · ")));
  if (audit !== null && audit.reckoning !== null) {
    const verdict = words.verdicts[audit.verdict] ?? audit.verdict;
    line.append(element("div", `audit ${audit.verdict}`, `${verdict}：${audit.reckoning}`));
  }
  return line;
}

function show(): void {
  if (report === null) return;
  for (const [i, line] of [...list.children].entries()) line.setAttribute("aria-selected", String(i === now));
  list.children[now]?.scrollIntoView({ block: "nearest" });
  colourMarks(text, report.figures, now);
  const open = report.figures.filter((cell) => cell.decision === null).length;
  part("progress").textContent = `${words.open} ${open} / ${report.figures.length}`;
  message.textContent = report.figures.length === 0 ? words.none : open === 0 ? words.done : "";
}

async function openReport(id: string): Promise<void> {
  report = await ask<ReviewReport>(`reports/${encodeURIComponent(id)}`);
  reports.value = id;
  location.hash = encodeURIComponent(id);
  paintText(text, report, words.reasons);
  list.replaceChildren(...report.figures.map(lineOf));
  const open = report.figures.findIndex((cell) => cell.decision === null);
  now = Math.max(0, open);
  show();
}

function step(by: number): void {
  now = Math.max(0, Math.min(now + by, (report?.figures.length ?? 1) - 1));
  show();
}

async function stepReport(by: number): Promise<void> {
  const at = overview.reports.findIndex(({ id }) => id === report?.id);
  const next = overview.reports[at + by];
  if (next !== undefined) await openReport(next.id);
}

async function decide(action: ReviewRequest["action"], fields: ReviewRequest["new"] = null): Promise<void> {
  const cell = report?.figures[now];
  if (report === null || cell === undefined) return;
  const why = reason.value.trim() === "" ? null : reason.value.trim();
  const decided = await ask<ReviewCell>("decisions", { cell: cell.cell, action, new: fields, why });
  reason.value = "";
  const figures = report.figures.map((one) => (one.cell === decided.cell ? decided : one));
  report = { ...report, figures };
  list.children[now]?.replaceWith(lineOf(decided));
  const later = figures.findIndex((one, i) => i > now && one.decision === null);
  if (action !== "clear" && later >= 0) now = later;
  show();
}

function edit(): void {
  const cell = report?.figures[now];
  if (cell === undefined) return;
  const { indicators } = overview;
  openForm(part<HTMLDialogElement>("form"), cell, {
    words,
    indicators,
    onSave: (fields) => run(decide("edit", fields)),
  });
}

/** What went wrong is said where the reader looks. */
function run(work: Promise<void>): void {
  work.catch((error: unknown) => {
    message.textContent = `${words.failed}：${(error as Error).message}`;
  });
}

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  a: () => run(decide("accept")),
  r: () => run(decide("reject")),
  u: () => run(decide("clear")),
  e: edit,
  n: () => run(stepReport(1)),
  p: () => run(stepReport(-1)),
  w: () => reason.focus(),
};

document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  if (at === reason && (event.key === "Enter" || event.key === "Escape")) return list.focus();
  const isTyping = at.matches("input,select,textarea") || at.closest("dialog") !== null;
  const action = KEYS[event.key];
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || action === undefined) return;
  event.preventDefault();
  action();
});
list.addEventListener("click", (event) => {
  const line = (event.target as HTMLElement).closest("li");
  step([...list.children].indexOf(line as HTMLElement) - now);
});
text.addEventListener("click", (event) => {
  const [first = ""] = ((event.target as HTMLElement).dataset.figures ?? "").split(" ");
  if (first !== "") step(Number(first) - now);
});
reports.addEventListener("change", () => {
  run(openReport(reports.value));
  list.focus();
});

async function start(): Promise<void> {
  overview = await ask<ReviewOverview>("reports");
  const options = overview.reports.map(({ id, title, region, year, open, cells }) => {
    const option = element("option", "", `${region ?? ""} ${year ?? ""} ${title}（${words.open} ${open} / ${cells}）`);
    (option as HTMLOptionElement).value = id;
    return option;
  });
  reports.replaceChildren(...options);
  part("indicators").replaceChildren(
    ...overview.indicators.map(({ id, name }) =>
      Object.assign(document.createElement("option"), { value: id, label: name }),
    ),
  );
  const asked = decodeURIComponent(location.hash.slice(1));
  const first = overview.reports.find(({ id }) => id === asked) ?? overview.reports[0];
  if (first === undefined) message.textContent = words.none;
  else await openReport(first.id);
  list.focus();
  document.documentElement.dataset.review = "ready";
}
run(start());
