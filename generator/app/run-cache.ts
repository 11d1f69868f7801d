import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Config, reportsUnusedOverrides } from "../config/config.ts";
import { disk, readBytes } from "../files/disk.ts";
import { inspectPath } from "../files/plan-changes.ts";
import { cacheFile } from "../files/write-atomic.ts";
import type { Warning } from "../util/errors.ts";
import { sha256 } from "../util/hash.ts";
import type { Host } from "./host.ts";
import type { LoadedOverlay } from "./load-overlays.ts";
import type { Project } from "./project-files.ts";

/** What is known of the last run that wrote or checked the same files. */
export interface RunCache {
  /** What it told, if another run would find nothing to do. */
  readonly cachedWarnings: () => readonly Warning[] | undefined;
  readonly keep: (files: ReadonlyMap<string, string>, warnings: readonly Warning[]) => void;
}

/**
 * Files are made of the snapshot, which is one of them, of the config, the overlays and the templates, and by the
 * generator with its packages on this Node. Where the host does not say which generator this is, nothing is
 * remembered.
 */
export function openRunCache(
  { root, interrupted }: Project,
  config: Config,
  overlays: readonly LoadedOverlay[],
  templates: ReadonlyMap<string, string>,
  { folder, home, state }: Host,
): RunCache {
  if (state === undefined) return { cachedWarnings: () => undefined, keep: () => {} };
  const hashes = overlays.map(({ sha256 }) => sha256);
  const run = {
    folder: join(home, "node_modules/.cache/account-client-runs"),
    root: resolve(folder, root),
    name: JSON.stringify([config.snapshot, config.output]),
    made: JSON.stringify([state, process.version, config, reportsUnusedOverrides(config), hashes, [...templates]]),
  };
  return {
    cachedWarnings: () => (interrupted.length > 0 ? undefined : readCachedWarnings(run)),
    keep: (files, warnings) => writeRunState(run, files, warnings),
  };
}

/** A run, as far as it decides about files. */
export interface RunKey {
  /** An absolute path. */
  readonly root: string;
  /** What tells it from other runs below this root. */
  readonly name: string;
  /** All that its files are made of, but for what is among the files themselves. */
  readonly made: string;
  /** Where it is kept how runs left their files. Deleting it is always safe. */
  readonly folder: string;
}

/** How a run left its files, and what it told besides. */
interface RunState {
  readonly paths: readonly string[];
  readonly warnings: readonly Warning[];
  /** One hash of all of it: of what the files are made of, of every file, of what was told. */
  readonly state: string;
}

const stateOf = (
  { made }: RunKey,
  files: readonly (readonly [string, string])[],
  warnings: readonly Warning[],
): string => sha256(JSON.stringify([made, files, warnings]));

const nameOf = ({ root, name }: RunKey): string => sha256(JSON.stringify([root, name]));

/** Of how many runs it is kept how they left their files: those of a few clients in a few checkouts. */
const maxRuns = 64;

/** Keeps how a run left its files. The texts are those that it wanted: the disk may have others by now. */
export function writeRunState(run: RunKey, files: ReadonlyMap<string, string>, warnings: readonly Warning[]): void {
  const hashes = [...files].map(([path, text]) => [path, sha256(text)] as const);
  const last: RunState = { paths: [...files.keys()], warnings, state: stateOf(run, hashes, warnings) };
  cacheFile(run.folder, nameOf(run), JSON.stringify(last), maxRuns);
}

/**
 * What the last run told, if the disk is still as it left it and it was made of the same: then another one would find
 * nothing to do. What is kept are hashes and words, so what is damaged is of no use, and nothing is made of it.
 * Who can forge it can write beside the installed packages, and so could change the generator itself.
 */
export function readCachedWarnings(run: RunKey): readonly Warning[] | undefined {
  try {
    const { paths, warnings, state }: RunState = JSON.parse(readFileSync(join(run.folder, nameOf(run)), "utf8"));
    const hashes = paths.map((path): [string, string] => {
      if (!inspectPath(disk, run.root, path).exists) throw new Error(path);
      return [path, sha256(readBytes(disk, join(run.root, path)) ?? "")];
    });
    return stateOf(run, hashes, warnings) === state ? warnings : undefined;
  } catch {
    // There is none, or it is damaged, or something else is in the place of a file: the whole way says what.
    return undefined;
  }
}
