import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { defaults } from "../../generator/config.ts";
import { runtimeOf } from "../../generator/emit/runtime.ts";
import { sha256 } from "../../generator/hash.ts";
import { type Lock, lockPath, renewLock } from "../../generator/lock.ts";
import { withManifest } from "../../generator/manifest.ts";
import { count } from "../../generator/spec/count.ts";
import { readFolder } from "../../generator/write.ts";
import { baseline, golden, snapshot } from "./snapshot.ts";

export { baseline, snapshot };

const root = join(import.meta.dirname, "../..");

export const packages: string = join(root, "node_modules");

/** The same as a document of upstream, with one word changed, so that a run has something to write. */
export const upstream: string = baseline.replace("A mailbox that campaigns send from.", "A mailbox.");

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project {
  /** The folder of the copy. */
  readonly folder: string;
  /** Runs `generate` in the copy, as `npm run generate -- …` does. */
  generate(...args: string[]): Promise<Ran>;
  /** Runs `drift` in the copy, as `npm run drift -- …` does. */
  drift(...args: string[]): Promise<Ran>;
  /** Every file that a run may write, with its text. */
  files(below?: string): Record<string, string>;
}

/** The files of a project with that snapshot, its lock and its client. */
export function frozen(): ReadonlyMap<string, string> {
  const names = readdirSync(golden).filter((name) => name !== "snapshot.json");
  const printed = new Map(names.map((name) => [name, readFileSync(join(golden, name), "utf8")]));
  const runtime = [...runtimeOf(printed.values(), readFolder(join(root, "templates")))];
  const client = withManifest(
    new Map([...printed, ...runtime.map(([name, text]) => [`runtime/${name}`, text] as const)]),
  );
  const lock: Lock = {
    source: defaults.source,
    obtained: "written from facts",
    include: defaults.include,
    ...count(JSON.parse(baseline)),
    overlays: [],
    sha256: sha256(baseline),
  };
  return new Map([
    [snapshot, baseline],
    [lockPath(snapshot), renewLock(undefined, lock)],
    ...[...client].map(([path, text]) => [`generated/${path}`, text] as const),
  ]);
}

const sources = ["generator", "templates"];
let shared: string | undefined;
afterAll(() => shared && rmSync(shared, { recursive: true, force: true }));

/** A copy of the generator for all projects of a test file that do not change it: it is bundled but once. */
function sharedSources(): string {
  if (shared !== undefined) return shared;
  const folder = mkdtempSync(join(tmpdir(), "generator-"));
  for (const part of sources)
    cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(packages, join(folder, "node_modules"));
  shared = folder;
  return folder;
}

/**
 * A copy of this project in a folder of its own, as a clone has it after `npm ci`. It goes when the test ends.
 *
 * @param owns whether its generator and its templates are its own, to be changed.
 */
export function project({ owns = false } = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "account-client-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of owns ? [] : sources) symlinkSync(join(sharedSources(), part), join(folder, part));
  for (const part of [...(owns ? sources : []), "package.json", "tsconfig.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
  for (const [path, text] of frozen()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const run = (...argv: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const options = { cwd: folder, env: { ...process.env, DEBUG: "" }, maxBuffer: 2 ** 26 };
      execFile(process.execPath, ["generator/run.mjs", ...argv], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
  return {
    folder,
    generate: (...args) => run("generate", ...args),
    drift: (...args) => run("drift", ...args),
    files: (below = "") => read(join(folder, below), ["spec", "generated"]),
  };
}

/** A project whose `node_modules` is a folder of its own, with the same packages and no cache. */
export function apart(): Project & { readonly cache: string } {
  const made = project({ owns: true });
  const own = join(made.folder, "node_modules");
  rmSync(own);
  mkdirSync(own);
  for (const name of readdirSync(packages).filter((name) => name !== ".cache"))
    symlinkSync(join(packages, name), join(own, name));
  return { ...made, cache: join(own, ".cache") };
}

function read(folder: string, parts: string[]): Record<string, string> {
  const names = parts.flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, "utf8")]));
}
