import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { fontFiles } from "../export/font.node.ts";
import { ComparandaError } from "../model/errors.ts";
import type { Language } from "../model/messages/message.ts";
import { REVIEW_POLICY, REVIEW_STYLE, reviewPage } from "../review/review-page.ts";
import type { ReviewFolder } from "./review-folder.node.ts";

/** A page being served. */
export interface ReviewServer {
  /** Address of the page, with the token without which nothing is answered. */
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** Beside the built files, and in dist of a checkout that is run from its sources. */
const SCRIPT_FOLDERS = ["../review/", "../../dist/review/"].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);
const SCRIPTS = new Set(["review-client.js", "edit-form.js", "paint-text.js"]);
const MOST_BYTES = 64 * 1024;

/**
 * Serves the page on which figures of a package are reviewed, to this machine alone.
 *
 * @remarks
 * Only the loopback address, on a free port; the address holds a random token, compared in constant time. A request that
 * names another host or comes from another origin is refused, so that no other page can reach it, by a name of its own
 * either. The page may ask nothing of anybody else.
 *
 * @throws {@link ComparandaError} `file.missing` where the package is not built
 */
export async function serveReview(folder: ReviewFolder, language: Language): Promise<ReviewServer> {
  const scripts = SCRIPT_FOLDERS.find((place) => existsSync(`${place}review-client.js`));
  if (scripts === undefined) {
    const expected = "the script of the page; build it with npm run build";
    throw new ComparandaError("file.missing", {
      verb: "review",
      path: `${SCRIPT_FOLDERS[0]}review-client.js`,
      expected,
    });
  }
  const token = randomBytes(32).toString("base64url");
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    handle(request, { token, port, folder, language, scripts }).then(
      (answer) => send(response, answer),
      (error: unknown) => send(response, plain(500, String((error as Error).message))),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly token: string;
  readonly port: number;
  readonly folder: ReviewFolder;
  readonly language: Language;
  readonly scripts: string;
}

async function handle(request: IncomingMessage, site: Site): Promise<Answer> {
  const [, given = "", ...rest] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
  if (!isOwnHost(request, site.port) || !isSame(given, site.token)) return plain(403, "403");
  const path = rest.join("/");
  if (request.method === "POST" && path === "decisions") return decide(request, site.folder);
  if (request.method !== "GET") return plain(405, "405");
  if (path === "") return { status: 200, type: "text/html", content: reviewPage(site.language) };
  if (path === "review-style.css") return { status: 200, type: "text/css", content: REVIEW_STYLE };
  if (path === "regular.ttf" || path === "bold.ttf") {
    const fonts = fontFiles("review", "");
    const content = await readFile(path === "bold.ttf" ? fonts.bold : fonts.regular);
    return { status: 200, type: "font/ttf", content };
  }
  if (SCRIPTS.has(path)) return { status: 200, type: "text/javascript", content: await readFile(site.scripts + path) };
  if (path === "reports") return json(await site.folder.overview());
  if (path.startsWith("reports/")) {
    const report = await site.folder.report(unescaped(path.slice("reports/".length)));
    if (report !== null) return json(report);
  }
  return plain(404, "404");
}

/** The request names this server and comes from its own page, or from none. */
function isOwnHost({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = "", origin } = headers;
  const site = headers["sec-fetch-site"];
  return (
    hosts.includes(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === "same-origin" || site === "none")
  );
}

/** Compares digests, which are of one length, in a time that says nothing of where they differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

async function decide(request: IncomingMessage, folder: ReviewFolder): Promise<Answer> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return plain(415, "415");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return plain(413, "413");
    chunks.push(chunk);
  }
  let asked: unknown;
  try {
    asked = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    return plain(400, (error as Error).message);
  }
  const decided = await folder.decide(asked);
  return decided === null ? plain(400, "no such figure, or no such decision") : json(decided);
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken escape names no report.
    return "";
  }
}

const json = (value: unknown): Answer => ({ status: 200, type: "application/json", content: JSON.stringify(value) });
const plain = (status: number, content: string): Answer => ({ status, type: "text/plain", content });

function send(response: ServerResponse, { status, type, content }: Answer): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": REVIEW_POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(content);
}
