import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

// Runs in the page: each static picture that has a specification beside it becomes one that answers the pointer.
// The interpreter keeps pages free of eval, which their content policy forbids.

const WORDS: Record<string, { CLICK_TO_VIEW_ACTIONS: string; SVG_ACTION: string; PNG_ACTION: string }> = {
  "zh-CN": { CLICK_TO_VIEW_ACTIONS: "导出", SVG_ACTION: "保存为 SVG", PNG_ACTION: "保存为 PNG" },
  en: { CLICK_TO_VIEW_ACTIONS: "Export", SVG_ACTION: "Save as SVG", PNG_ACTION: "Save as PNG" },
};

async function upgrade(figure: Element): Promise<void> {
  const specification = figure.querySelector("script[type='application/json']");
  const picture = figure.querySelector(".static");
  if (specification === null || picture === null) return;
  const place = document.createElement("div");
  place.className = "live";
  place.hidden = true;
  picture.after(place);
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  await embed(place, JSON.parse(specification.textContent ?? "") as object as Parameters<typeof embed>[1], {
    ast: true,
    expr: expressionInterpreter,
    renderer: "svg",
    actions: { export: true, source: false, compiled: false, editor: false },
    i18n: { ...words },
    downloadFileName: figure.id,
  });
  // The button of the menu is a picture: named here for those who cannot see it.
  place.querySelector("summary")?.setAttribute("aria-label", words?.CLICK_TO_VIEW_ACTIONS ?? "");
  place.hidden = false;
  picture.remove();
}

const figures = [...document.querySelectorAll("figure.chart")];
Promise.all(figures.map(upgrade)).then(() => {
  document.documentElement.dataset.charts = "live";
});
