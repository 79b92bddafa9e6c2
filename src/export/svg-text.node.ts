import { parseHTML } from "linkedom";

/** All that an SVG shows as text, without its title, description and tooltips. */
export function svgText(svg: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const texts = [...document.querySelectorAll("text")].map((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeName.toLowerCase() !== "title")
      .map((node) => node.textContent ?? "")
      .join(""),
  );
  return texts.join("\n");
}
