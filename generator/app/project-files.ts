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

/** The files of one client: as a run finds them, and as it would have them. */
export interface Project {
  readonly root: string;
  /** The snapshot that was found. */
  readonly snapshot: string | undefined;
  /** Its lock. */
  readonly lock: string | undefined;
  /** The file of the client that names the snapshot it was made from. */
  readonly client: string | undefined;
  /** Files which say that a run was interrupted here, or is still at work. A run that writes puts that in order. */
  readonly interrupted: readonly string[];
  /** Every file of the client as it is to be, by path below the root. */
  readonly expectedFiles: (outcome: GeneratedClient, lock: Lock) => ExpectedFiles["files"];
  /** Which files are not as they are to be. */
  readonly stale: (outcome: GeneratedClient, lock: Lock) => readonly string[];
  /** Makes them so, all or none, and says which were not. */
  readonly write: (outcome: GeneratedClient, lock: Lock) => Promise<readonly string[]>;
}

/** Looks at what is there. A run that writes takes back what an interrupted one has left, a check leaves it. */
export async function openProject(
  config: Config,
  { out: root = ".", check }: { readonly out?: string | undefined; readonly check?: boolean | undefined },
  notice: (text: string) => void,
  { folder, clock }: Pick<Host, "folder" | "clock">,
): Promise<Project> {
  const { snapshot, output } = config;
  const lock = lockPath(snapshot);
  const manifest = `${output}/${manifestName}`;
  const place: WriteTarget = {
    root,
    isOwnFile: (path) => isOwnFile(config, path),
    notice,
    disk: diskIn(folder),
    clock,
  };
  const read = (path: string): string | undefined => readText(resolve(folder, root, path));

  const inputs = [snapshot, lock, manifest];
  if (!check) await recoverInterruptedRun(place, inputs);
  const interrupted = check ? findInterruptedRun(place, inputs) : [];
  if (interrupted.length > 0)
    notice("A run was interrupted here, or is still at work. The next one puts that in order.");

  // The lock and the list of files are read again each time: another run may have written since.
  const files: Project["expectedFiles"] = (outcome, next) =>
    new Map([
      [snapshot, outcome.snapshot],
      [lock, renewLock(read(lock), next)],
      ...[...outcome.client].map(([path, text]) => [`${output}/${path}`, text] as const),
    ]);
  const wanted = (outcome: GeneratedClient, next: Lock): ExpectedFiles => ({
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
    stale: (outcome, next) => [...interrupted, ...listStaleFiles(place, wanted(outcome, next))],
    write: (outcome, next) => writeFiles(place, () => wanted(outcome, next)),
  };
}

/** Whether a run with this config may have made a file. */
const isOwnFile = ({ snapshot, output }: Config, path: string): boolean =>
  path === snapshot ||
  path === lockPath(snapshot) ||
  (path.startsWith(`${output}/`) && isClientFile(path.slice(output.length + 1)));

/** The list of a client's files, which stands among them: the files that a later run may take away. */
export const manifestName = "manifest.json";

/** A client's files with their list. */
export function withManifest(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...files.keys(), manifestName].sort();
  return new Map([...files, [manifestName, printJson({ files: names })]]);
}

/** The files that a list names, the list among them: those that an earlier run has made. None where it is no list. */
export function readManifest(manifest: string | undefined): string[] {
  const { files } = parseObject(manifest);
  if (!isArray(files)) return [];
  return [...files.filter((path): path is string => typeof path === "string" && isClientFile(path)), manifestName];
}

/** What a path of ours looks like, below the output folder. A list that someone has tampered with names nothing else. */
export const isClientFile = (path: string): boolean => /^(runtime\/)?[\w-]+\.(ts|json|md)$/.test(path);
