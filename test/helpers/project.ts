import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Lock, renewLock } from "../../generator/app/lockfile.ts";
import { withManifest } from "../../generator/app/project-files.ts";
import { defaults } from "../../generator/config/config.ts";
import { lockPath } from "../../generator/config/lock-path.ts";
import { countDocument } from "../../generator/document/select-operations.ts";
import { usedRuntimeFiles } from "../../generator/emit/runtime-files.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import { sha256 } from "../../generator/util/hash.ts";
import { type Ran, runIn } from "./run.ts";
import { baseline, golden, snapshot } from "./snapshot.ts";

export { baseline, snapshot };

const root = join(import.meta.dirname, "../..");

export const packages: string = join(root, "node_modules");

/** The same as a document of upstream, with one word changed, so that a run has something to write. */
export const upstream: string = baseline.replace("A mailbox that campaigns send from.", "A mailbox.");

export interface Project {
  /** The folder of the copy. */
  readonly folder: string;
  /** Runs `generate` in the copy. */
  generate(...args: string[]): Promise<Ran>;
  /** Runs `drift` in the copy. */
  drift(...args: string[]): Promise<Ran>;
  /** Every file that a run may write, with its text. */
  files(below?: string): Record<string, string>;
}

/** The files of a project with that snapshot, its lock and its client. */
export function frozen(): ReadonlyMap<string, string> {
  const names = readdirSync(golden).filter((name) => name !== "snapshot.json");
  const printed = new Map(names.map((name) => [name, readFileSync(join(golden, name), "utf8")]));
  const runtime = [...usedRuntimeFiles(printed.values(), readFolder(join(root, "templates")))];
  const client = withManifest(
    new Map([...printed, ...runtime.map(([name, text]) => [`runtime/${name}`, text] as const)]),
  );
  const lock: Lock = {
    source: defaults.source,
    obtained: "written from facts",
    include: defaults.include,
    ...countDocument(JSON.parse(baseline)),
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

/**
 * A copy of this project in a folder of its own, as a clone has it after `npm ci`. It goes when the test ends.
 *
 * @param owns whether its templates are its own, to be changed. Its generator is always that of the test.
 * @param state what a run is remembered by; without it none is.
 */
export function project({ owns = false, state }: { owns?: boolean; state?: string } = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "account-client-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of sources) {
    if (owns) cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
    else symlinkSync(join(root, part), join(folder, part));
  }
  for (const part of ["package.json", "tsconfig.json"]) cpSync(join(root, part), join(folder, part));
  for (const [path, text] of frozen()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(packages, join(folder, "node_modules"));
  const home = owns ? folder : root;
  return {
    folder,
    generate: (...args) => runIn({ folder, home, state }, ["generate", ...args]),
    drift: (...args) => runIn({ folder, home, state }, ["drift", ...args]),
    files: (below = "") => read(join(folder, below), ["spec", "generated"]),
  };
}

/** A project whose `node_modules` is a folder of its own, with the same packages and no cache. */
export function apart(state?: string): Project & { readonly cache: string } {
  const made = project({ owns: true, ...(state !== undefined && { state }) });
  const own = join(made.folder, "node_modules");
  rmSync(own);
  mkdirSync(own);
  for (const name of readdirSync(packages).filter((name) => name !== ".cache"))
    symlinkSync(join(packages, name), join(own, name));
  return { ...made, cache: join(own, ".cache") };
}

/** The same project, with each command in a process of its own, as `npm run` starts it. */
export function launched<Made extends Project>(made: Made): Made {
  const start = (...argv: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const options = { cwd: made.folder, env: { ...process.env, DEBUG: "" }, maxBuffer: 2 ** 26 };
      execFile(process.execPath, ["generator/run.mjs", ...argv], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
  return {
    ...made,
    generate: (...args: string[]) => start("generate", ...args),
    drift: (...args: string[]) => start("drift", ...args),
  };
}

function read(folder: string, parts: string[]): Record<string, string> {
  const names = parts.flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, "utf8")]));
}
