import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { lockPath } from "../config/lock-path.ts";
import { isArray, parseObject, printJson } from "../document/json.ts";
import {
  diskIn,
  type ExpectedFiles,
  findInterruptedRun,
  listStaleFiles,
  readText,
  recoverInterruptedRun,
  type WriteTarget,
  writeFiles,
} from "../files/write-files.ts";
import type { Host } from "./host.ts";
import { type Lock, renewLock } from "./lockfile.ts";
import type { GeneratedClient } from "./pipeline.ts";

/** The files of a client, on disk and as expected. */
export interface Project {
  readonly root: string;
  /** The snapshot on disk. */
  readonly snapshot: string | undefined;
  /** The lock on disk. */
  readonly lock: string | undefined;
  /** `client.ts` on disk, whose header names the snapshot. */
  readonly client: string | undefined;
  /** Journals of runs that were interrupted here or are still writing. A run that writes resolves them. */
  readonly interrupted: readonly string[];
  /** Returns the expected files, by path below the root. */
  readonly expectedFiles: (outcome: GeneratedClient, lock: Lock) => ExpectedFiles["files"];
  /** Lists the files that differ from what is expected. */
  readonly stale: (outcome: GeneratedClient, lock: Lock) => readonly string[];
  /** Writes the expected files, all or none, and returns those that changed. */
  readonly write: (outcome: GeneratedClient, lock: Lock) => Promise<readonly string[]>;
}

/** Reads the files of a client. Undoes an interrupted run first, unless this run only checks. */
export async function openProject(
  config: Config,
  { out: root = ".", check }: { readonly out?: string | undefined; readonly check?: boolean | undefined },
  notice: (text: string) => void,
  { folder, clock }: Pick<Host, "folder" | "clock">,
): Promise<Project> {
  const { snapshot, output } = config;
  const lock = lockPath(snapshot);
  const manifest = `${output}/${manifestName}`;
  const target: WriteTarget = {
    root,
    isOwnFile: (path) => isOwnFile(config, path),
    notice,
    disk: diskIn(folder),
    clock,
  };
  const read = (path: string): string | undefined => readText(resolve(folder, root, path));

  const inputs = [snapshot, lock, manifest];
  if (!check) await recoverInterruptedRun(target, inputs);
  const interrupted = check ? findInterruptedRun(target, inputs) : [];
  if (interrupted.length > 0) notice("A run was interrupted here or is still writing. The next run resolves this.");

  // The lock and the manifest are read again each time, because another run may have written since.
  const files: Project["expectedFiles"] = (outcome, next) =>
    new Map([
      [snapshot, outcome.snapshot],
      [lock, renewLock(read(lock), next)],
      ...[...outcome.client].map(([path, text]) => [`${output}/${path}`, text] as const),
    ]);
  const expected = (outcome: GeneratedClient, next: Lock): ExpectedFiles => ({
    files: files(outcome, next),
    known: new Set([snapshot, lock, ...readManifest(read(manifest)).map((path) => `${output}/${path}`)]),
  });
  return {
    root,
    snapshot: read(snapshot),
    lock: read(lock),
    client: read(`${output}/client.ts`),
    interrupted,
    expectedFiles: files,
    stale: (outcome, next) => [...interrupted, ...listStaleFiles(target, expected(outcome, next))],
    write: (outcome, next) => writeFiles(target, () => expected(outcome, next)),
  };
}

/** Whether a run with this config may have written a file. */
const isOwnFile = ({ snapshot, output }: Config, path: string): boolean =>
  path === snapshot ||
  path === lockPath(snapshot) ||
  (path.startsWith(`${output}/`) && isClientFile(path.slice(output.length + 1)));

/** The list of a client's files, itself included: those that a later run may remove. */
export const manifestName = "manifest.json";

/** Adds the manifest to a client's files. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, printJson({ files: names })]]);
}

/** Returns the files that a manifest lists, itself included, or none if it cannot be parsed. */
export function readManifest(manifest: string | undefined): string[] {
  const { files } = parseObject(manifest);
  if (!isArray(files)) return [];
  return [...files.filter((path): path is string => typeof path === "string" && isClientFile(path)), manifestName];
}

/** Whether a path below the output folder can be that of a generated file. A manifest cannot list any other. */
export const isClientFile = (path: string): boolean => /^(runtime\/)?[\w-]+\.(ts|json|md)$/.test(path);
