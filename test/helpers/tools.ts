import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../generator/hash.ts";

const root = join(import.meta.dirname, "../..");

/** Where a tool is described, and where it is installed. */
export interface Shelf {
  /** A folder for each tool, with its `package.json` and its lock. */
  readonly tools: string;
  readonly cache: string;
  readonly say: (line: string) => void;
}

const shelf: Shelf = {
  tools: join(root, "test/tools"),
  cache: join(root, "node_modules/.cache/tools"),
  say: console.warn,
};

/** What could not be fetched. It is not tried again by this process. */
const missing = new Set<string>();

/**
 * Returns the `node_modules` of a tool in `test/tools/`, which is installed when it is first asked for: what few
 * commands need is not installed for everyone. Its lock pins every package by its hash. Returns undefined, and says so
 * in a line, where it cannot be fetched.
 */
export function toolPackages(name: string, { tools, cache, say }: Shelf = shelf): string | undefined {
  const from = join(tools, name);
  const target = join(cache, `${name}-${sha256(readFileSync(join(from, "package-lock.json"))).slice(0, 12)}`);
  if (existsSync(target)) return join(target, "node_modules");
  if (missing.has(target)) return undefined;
  const beside = `${target}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    cpSync(from, beside, {
      recursive: true,
      filter: (path) => !path.includes("node_modules") || path.startsWith(cache),
    });
    const argv = ["ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=0", "--no-audit", "--no-fund"];
    execFileSync("npm", argv, { cwd: beside, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
    mkdirSync(join(beside, "node_modules"), { recursive: true });
    renameSync(beside, target);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(target)) {
      missing.add(target);
      const [why = "npm ci failed"] = /npm error code \S+/.exec(String(Object(error).stderr)) ?? [];
      say(`${name} could not be fetched (${why}), so what needs it is skipped. test/tools/${name} says what it is.`);
      return undefined;
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return join(target, "node_modules");
}

/** Returns the path of a file of a tool, or undefined where the tool cannot be had, or not for this machine. */
export function toolFile(name: string, file: string): string | undefined {
  const packages = toolPackages(name);
  const path = packages && join(packages, file);
  return path && existsSync(path) ? path : undefined;
}
