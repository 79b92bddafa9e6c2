import type { ReviewCell, ReviewFields, ReviewIndicator } from "./review-types.ts";
import type { PageWords } from "./review-words.ts";

export interface EditFormOptions {
  readonly words: PageWords;
  readonly indicators: readonly ReviewIndicator[];
  readonly onSave: (fields: ReviewFields) => void;
}

/** Opens the form in which a figure is changed; Enter saves, Escape leaves it as it is. */
export function openForm(dialog: HTMLDialogElement, cell: ReviewCell, options: EditFormOptions): void {
  const { words, indicators, onSave } = options;
  const given = cell.decision?.new ?? cell.fields;
  const form = document.createElement("form");
  const fields = {
    indicator: textField(given.indicator, { list: "indicators" }),
    value: textField(String(given.value), { inputMode: "decimal" }),
    year: textField(given.year === null ? "" : String(given.year), { inputMode: "numeric", pattern: "\\d{4}" }),
    region: textField(given.region ?? "", {}),
    qualifier: choice(words.choices.qualifier, given.qualifier, false),
    body: choice(words.choices.body, given.body ?? "", true),
    kind: choice(words.choices.kind, given.kind, false),
  };
  for (const [name, field] of Object.entries(fields)) {
    const label = document.createElement("label");
    field.name = name;
    label.append(words[name as keyof typeof fields], field);
    form.append(label);
  }
  const flaw = document.createElement("p");
  flaw.setAttribute("role", "alert");
  form.append(
    flaw,
    button(words.save, "submit"),
    button(words.cancel, "button", () => dialog.close()),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const value = Number(fields.value.value);
    const isKnown = indicators.some(({ id }) => id === fields.indicator.value);
    if (!isKnown || fields.value.value.trim() === "" || !Number.isFinite(value)) {
      flaw.textContent = words.invalid;
      return;
    }
    dialog.close();
    onSave({
      indicator: fields.indicator.value,
      value,
      year: fields.year.value === "" ? null : Number(fields.year.value),
      region: fields.region.value === "" ? null : fields.region.value,
      body: fields.body.value === "" ? null : fields.body.value,
      kind: fields.kind.value,
      qualifier: fields.qualifier.value,
    });
  });
  dialog.replaceChildren(form);
  dialog.showModal();
  fields.value.select();
}

function textField(
  value: string,
  { list, ...attributes }: { list?: string; inputMode?: string; pattern?: string },
): HTMLInputElement {
  const field = Object.assign(document.createElement("input"), { value, ...attributes });
  // The list of an input can be set only as an attribute.
  if (list !== undefined) field.setAttribute("list", list);
  return field;
}

function choice(
  choices: readonly (readonly [id: string, label: string])[],
  chosen: string,
  mayBeNone: boolean,
): HTMLSelectElement {
  const field = document.createElement("select");
  for (const [id, label] of mayBeNone ? [["", "—"] as const, ...choices] : choices) {
    field.append(new Option(label, id, false, id === chosen));
  }
  return field;
}

function button(label: string, type: "submit" | "button", onClick?: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement("button"), { type, textContent: label });
  if (onClick !== undefined) made.addEventListener("click", onClick);
  return made;
}
