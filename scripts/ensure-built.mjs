// Builds where dist is missing or older than a source: `npm ci` has built already, and a second time would only cost.
import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const changed = (path) => statSync(path).mtimeMs;
const sources = readdirSync("src", { recursive: true }).map((name) => join("src", name));
const newest = Math.max(...sources.map(changed), ...["package.json", "tsconfig.build.json"].map(changed));
// Written as the last step of a build, so that one cut short does not count.
const last = "dist/built";
if (!existsSync(last) || changed(last) < newest) execSync("npm run build", { stdio: "inherit" });
