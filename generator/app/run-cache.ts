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

/** The cached result of the last run for the same files. */
export interface RunCache {
  /** Returns the warnings of the last run, or `undefined` if its result is outdated. */
  readonly cachedWarnings: () => readonly Warning[] | undefined;
  readonly keep: (files: ReadonlyMap<string, string>, warnings: readonly Warning[]) => void;
}

/**
 * Opens the cache of a client. Its key covers everything that files are generated from: the config, the overlays, the
 * templates, the state of the generator and its packages, and the version of Node; the snapshot is one of the files. Without
 * the state of the generator, runs are not cached.
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

/** Identifies the runs that generate the same files. */
export interface RunKey {
  /** The root folder, as an absolute path. */
  readonly root: string;
  /** Distinguishes runs below the same root. */
  readonly name: string;
  /** Everything that the files are generated from, except the files themselves. */
  readonly made: string;
  /** The cache folder. Deleting it is always safe. */
  readonly folder: string;
}

/** The files and the warnings of a run. */
interface RunState {
  readonly paths: readonly string[];
  readonly warnings: readonly Warning[];
  /** A hash of the inputs, of every file, and of the warnings. */
  readonly state: string;
}

const stateOf = (
  { made }: RunKey,
  files: readonly (readonly [string, string])[],
  warnings: readonly Warning[],
): string => sha256(JSON.stringify([made, files, warnings]));

const nameOf = ({ root, name }: RunKey): string => sha256(JSON.stringify([root, name]));

/** The number of cached runs: enough for a few clients in a few checkouts. */
const maxRuns = 64;

/** Caches the result of a run. Uses the expected texts, because the disk may have changed since. */
export function writeRunState(run: RunKey, files: ReadonlyMap<string, string>, warnings: readonly Warning[]): void {
  const hashes = [...files].map(([path, text]) => [path, sha256(text)] as const);
  const last: RunState = { paths: [...files.keys()], warnings, state: stateOf(run, hashes, warnings) };
  cacheFile(run.folder, nameOf(run), JSON.stringify(last), maxRuns);
}

/**
 * Reads the warnings of the last run, if its inputs and the files on disk have not changed since. A damaged entry never
 * matches, because it consists of hashes and warnings. Forging one takes write access to node_modules, which would also
 * allow changing the generator itself.
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
    // Missing, damaged, or a path that is not a plain file: a full run reports that.
    return undefined;
  }
}
