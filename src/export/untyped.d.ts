// The parts we use of packages without declarations.
declare module "fontkit" {
  export function openSync(path: string): { readonly characterSet: readonly number[] };
}
declare module "subset-font" {
  function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: "woff2" | "truetype" },
  ): Promise<Buffer>;
  export = subsetFont;
}
