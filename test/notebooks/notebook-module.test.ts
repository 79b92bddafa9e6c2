import { describe, expect, it } from "vitest";
import { notebookModule } from "../../scripts/notebooks/notebook-module.ts";

const NOTEBOOK = `<!doctype html>
<notebook>
  <script type="text/markdown">
    # Title
  </script>
  <script type="text/x-typescript" pinned>
    const one = 1;
  </script>
  <script type="text/x-typescript">
    const two = "<\\/script>";
  </script>
</notebook>
`;

describe("notebookModule", () => {
  it("keeps each line of a cell where the notebook has it and blanks all others", () => {
    const lines = notebookModule(NOTEBOOK).split("\n");
    expect(lines).toHaveLength(NOTEBOOK.split("\n").length);
    expect(lines[6]).toBe("    const one = 1;");
    expect(lines.filter((line) => line.trim() !== "")).toHaveLength(2);
  });

  it("gives back the closing tag a cell had to write with a backslash", () => {
    expect(notebookModule(NOTEBOOK)).toContain('const two = "</script>";');
  });

  it("refuses a notebook without a TypeScript cell", () => {
    expect(() => notebookModule("<!doctype html><notebook></notebook>")).toThrow(/no cell/);
  });
});
