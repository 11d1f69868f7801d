import { join, resolve } from "node:path";
import { type Config, tellsPins } from "../config.ts";
import type { Warning } from "../errors.ts";
import type { Host } from "../host.ts";
import { asLeft, keepLast } from "../write.ts";
import type { Correction } from "./overlays.ts";
import type { Project } from "./project.ts";

/** What is known of the last run that wrote or checked the same files. */
export interface Memory {
  /** What it told, if another run would find nothing to do. */
  readonly asLeft: () => readonly Warning[] | undefined;
  readonly keep: (files: ReadonlyMap<string, string>, warnings: readonly Warning[]) => void;
}

/**
 * Files are made of the snapshot, which is one of them, of the config, the overlays and the templates, and by the
 * generator with its packages on this Node. Where the host does not say which generator this is, nothing is
 * remembered.
 */
export function remember(
  { root, interrupted }: Project,
  config: Config,
  overlays: readonly Correction[],
  templates: ReadonlyMap<string, string>,
  { folder, home, state }: Host,
): Memory {
  if (state === undefined) return { asLeft: () => undefined, keep: () => {} };
  const hashes = overlays.map(({ sha256 }) => sha256);
  const run = {
    folder: join(home, "node_modules/.cache/account-client-runs"),
    root: resolve(folder, root),
    name: JSON.stringify([config.snapshot, config.output]),
    made: JSON.stringify([state, process.version, config, tellsPins(config), hashes, [...templates]]),
  };
  return {
    asLeft: () => (interrupted.length > 0 ? undefined : asLeft(run)),
    keep: (files, warnings) => keepLast(run, files, warnings),
  };
}
