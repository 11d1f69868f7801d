import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../generator/spec/json.ts";

/** One version, so that a failure is a change of ours. */
const release = "@octokit/openapi@23.0.2";
const file = "package/generated/api.github.com.json";

/** GitHub's document. It comes in a very large package, of which only this is kept, where caches are. */
export function github(): JsonObject {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/wide", release.replace(/\W+/g, "-"));
  const kept = join(folder, "api.github.com.json");
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    const options = { cwd: folder, encoding: "utf8", shell: process.platform === "win32" } as const;
    const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", release], options));
    execFileSync("tar", ["-xzf", filename, file], options);
    renameSync(join(folder, file), kept);
  }
  return JSON.parse(readFileSync(kept, "utf8"));
}
