import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "../../generator/util/hash.ts";

const root = join(import.meta.dirname, "../..");

/** Where a tool is described, and where it is installed. */
export interface Shelf {
  /** A folder for each tool, with its `package.json` and its lock. */
  readonly tools: string;
  readonly cache: string;
  /** A folder in which the workers of a test run note what is missing, so that it is tried and reported once. */
  readonly notes?: string | undefined;
  readonly say: (line: string) => void;
}

const shelf: Shelf = {
  tools: join(root, "test/tools"),
  cache: join(root, "node_modules/.cache/tools"),
  notes: process.env.TOOLS_NOTES,
  say: console.warn,
};

/** What this process found missing. It is neither tried nor reported again. */
const missing = new Set<string>();

const argv = [
  "ci",
  "--ignore-scripts",
  // A user's `omit` would leave out the packages for this machine.
  "--include=optional",
  // `npm run -s` silences the npm below it as well, and with it the reason of a failure.
  "--loglevel=error",
  "--prefer-offline",
  "--fetch-retries=0",
  "--no-audit",
  "--no-fund",
];

/**
 * Returns the `node_modules` of a tool in `test/tools/`, and installs the tool on first use: packages that only a few
 * commands need are not installed for everyone. Its lock pins every package by its hash. Reports a tool that cannot be
 * fetched in one line, and returns undefined.
 */
export function toolPackages(name: string, on: Shelf = shelf): string | undefined {
  const from = join(on.tools, name);
  const target = join(on.cache, `${name}-${sha256(readFileSync(join(from, "package-lock.json"))).slice(0, 12)}`);
  if (existsSync(target)) return join(target, "node_modules");
  if (isKnownMissing(target, on)) return undefined;
  mkdirSync(on.cache, { recursive: true });
  const beside = mkdtempSync(`${target}.`);
  try {
    install(from, beside);
    renameSync(beside, target);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(target)) {
      report(target, `${name} could not be fetched (${reason(error)})`, name, on);
      return undefined;
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return join(target, "node_modules");
}

/** Returns the path of a file of a tool. Returns undefined if the tool cannot be fetched, or has no such file here. */
export function toolFile(name: string, file: string, on: Shelf = shelf): string | undefined {
  const packages = toolPackages(name, on);
  if (packages === undefined) return undefined;
  const path = join(packages, file);
  if (existsSync(path)) return path;
  report(path, `${name} has no ${file} for ${process.platform}-${process.arch}`, name, on);
  return undefined;
}

function install(from: string, folder: string): void {
  const filter = (path: string): boolean => basename(path) !== "node_modules";
  cpSync(from, folder, { recursive: true, filter });
  execFileSync("npm", argv, { cwd: folder, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const [lost] = lostPackages(packages, (path) => existsSync(join(folder, path, "package.json")));
  if (lost !== undefined) throw new Error(`${lost} is missing`);
}

/** A package in a lock, as far as it restricts the machines it is for. npm writes one value or a list. */
export interface LockedPackage {
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
  readonly optional?: boolean;
}

/**
 * Returns the optional packages of a lock that are for this machine but not installed. `npm ci` succeeds without them,
 * whether they are for another machine or could not be fetched.
 */
export const lostPackages = (
  packages: Readonly<Record<string, LockedPackage>>,
  isInstalled: (path: string) => boolean,
): string[] =>
  Object.entries(packages)
    .filter(([, { optional }]) => optional)
    .filter(([, { os, cpu }]) => allows(os, process.platform) && allows(cpu, process.arch))
    .filter(([, { libc }]) => libc === undefined || allows(libc, libcName()))
    .map(([path]) => path)
    .filter((path) => !isInstalled(path));

/** Whether a field such as `os` allows a value. As defined by npm, `!x` excludes x. */
function allows(field: string | readonly string[] | undefined, value: string | undefined): boolean {
  const listed = [field ?? []].flat();
  if (listed.includes(`!${value}`)) return false;
  const wanted = listed.filter((each) => !each.startsWith("!"));
  return wanted.length === 0 || wanted.includes(String(value));
}

/** The C library of this machine, by npm's names. Only Linux has more than one. */
function libcName(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime ? "glibc" : "musl";
}

function reason(error: unknown): string {
  const { stderr, message } = error as { stderr?: string | null; message?: string };
  const code = /npm error code \S+/.exec(stderr ?? "")?.[0];
  return code ?? (stderr ? "npm ci failed" : String(message));
}

const note = (path: string, notes: string): string => join(notes, basename(path));

const isKnownMissing = (path: string, { notes }: Shelf): boolean =>
  missing.has(path) || (notes !== undefined && existsSync(note(path, notes)));

/** Prints why something is missing, unless this process or another worker of the run has done so. */
function report(path: string, why: string, name: string, { notes, say }: Shelf): void {
  if (missing.has(path)) return;
  missing.add(path);
  try {
    if (notes !== undefined) writeFileSync(note(path, notes), "", { flag: "wx" });
  } catch {
    return;
  }
  say(`${why}, so what needs it is skipped. test/tools/${name} says what it is.`);
}
