import { resolve } from "node:path";
import type { Config } from "../config.ts";
import type { Host } from "../host.ts";
import { type Lock, lockPath, renewLock } from "../lock.ts";
import { isOurs, listed, manifestName } from "../manifest.ts";
import type { Outcome } from "../pipeline.ts";
import { diskIn, type Place, readText, recover, stale, unfinished, type Wanted, write } from "../write.ts";

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
  readonly wanted: (outcome: Outcome, lock: Lock) => Wanted["files"];
  /** Which files are not as they are to be. */
  readonly stale: (outcome: Outcome, lock: Lock) => readonly string[];
  /** Makes them so, all or none, and says which were not. */
  readonly write: (outcome: Outcome, lock: Lock) => Promise<readonly string[]>;
}

/** Looks at what is there. A run that writes takes back what an interrupted one has left, a check leaves it. */
export async function openProject(
  config: Config,
  { out: root = ".", check }: { readonly out?: string | undefined; readonly check?: boolean | undefined },
  notice: (text: string) => void,
  { folder }: Pick<Host, "folder">,
): Promise<Project> {
  const { snapshot, output } = config;
  const lock = lockPath(snapshot);
  const manifest = `${output}/${manifestName}`;
  const place: Place = { root, owns: (path) => owns(config, path), notice, disk: diskIn(folder) };
  const read = (path: string): string | undefined => readText(resolve(folder, root, path));

  const inputs = [snapshot, lock, manifest];
  if (!check) await recover(place, inputs);
  const interrupted = check ? unfinished(place, inputs) : [];
  if (interrupted.length > 0)
    notice("A run was interrupted here, or is still at work. The next one puts that in order.");

  // The lock and the list of files are read again each time: another run may have written since.
  const files: Project["wanted"] = (outcome, next) =>
    new Map([
      [snapshot, outcome.snapshot],
      [lock, renewLock(read(lock), next)],
      ...[...outcome.client].map(([path, text]) => [`${output}/${path}`, text] as const),
    ]);
  const wanted = (outcome: Outcome, next: Lock): Wanted => ({
    files: files(outcome, next),
    known: new Set([snapshot, lock, ...listed(read(manifest)).map((path) => `${output}/${path}`)]),
  });
  return {
    root,
    snapshot: read(snapshot),
    lock: read(lock),
    client: read(`${output}/client.ts`),
    interrupted,
    wanted: files,
    stale: (outcome, next) => [...interrupted, ...stale(place, wanted(outcome, next))],
    write: (outcome, next) => write(place, () => wanted(outcome, next)),
  };
}

/** Whether a run with this config may have made a file. */
const owns = ({ snapshot, output }: Config, path: string): boolean =>
  path === snapshot ||
  path === lockPath(snapshot) ||
  (path.startsWith(`${output}/`) && isOurs(path.slice(output.length + 1)));
