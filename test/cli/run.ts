import { vi } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

/** Runs the command line in this process and keeps what it prints. */
export async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const printed = { out: "", err: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
  const log = vi.spyOn(console, "log").mockImplementation((...parts) => {
    printed.out += `${parts.join(" ")}\n`;
  });
  try {
    const status = await runCommandLine(args, {});
    return { status, ...printed };
  } finally {
    for (const spy of [out, err, log]) spy.mockRestore();
  }
}
