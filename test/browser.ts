import { existsSync } from "node:fs";
import { type Browser, chromium as launcher, type Page } from "playwright-core";

/** Switches for a browser of the system; that of the package brings its own. */
const SYSTEM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SYSTEM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const CHANNELS = ["chrome", "msedge", "chromium"];

/** In one process closing a page closes the browser; and a page without web security would prove nothing. */
const UNWANTED = ["--single-process", "--no-zygote", "--disable-web-security"];

/** The Chromium that comes with the packages, unpacked by the set-up of the run. */
async function packaged(): Promise<Browser | null> {
  const executablePath = process.env.PACKAGED_CHROMIUM;
  if (executablePath === undefined) return null;
  const { default: chromium } = await import("@sparticuz/chromium");
  const args = chromium.args.filter((argument) => !UNWANTED.includes(argument));
  return launcher.launch({ executablePath, args, headless: true });
}

/**
 * A browser: that of CHROMIUM_PATH, that of the package on Linux, an installed one elsewhere. Null where there is none;
 * why is said once on the console.
 */
export async function launchBrowser(): Promise<Browser | null> {
  const reasons: string[] = [];
  const named = process.env.CHROMIUM_PATH;
  const tries: (() => Promise<Browser | null>)[] = [
    ...[named, ...SYSTEM_PATHS]
      .filter((path) => path !== undefined && existsSync(path))
      .map((path) => () => launcher.launch({ executablePath: path as string, args: SYSTEM_ARGS })),
    ...CHANNELS.map((channel) => () => launcher.launch({ channel, args: SYSTEM_ARGS })),
  ];
  tries.splice(named === undefined ? 0 : 1, 0, packaged);
  for (const attempt of tries) {
    try {
      const browser = await attempt();
      if (browser !== null) return browser;
    } catch (error) {
      reasons.push(String(error).split("\n")[0] as string);
    }
  }
  console.warn(`browser tests are skipped: no Chromium starts; set CHROMIUM_PATH to one (${reasons.join(" | ")})`);
  return null;
}

/** A page that can reach nothing but files of this machine, and what it tried and complained about. */
export async function offlinePage(browser: Browser): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    if (/^(file|data|blob):/.test(address)) return route.continue();
    requests.push(address);
    return route.abort();
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, requests, complaints };
}
