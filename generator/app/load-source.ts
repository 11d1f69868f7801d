import { join, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { lockPath } from "../config/lock-path.ts";
import { asObject, asString, parseObject, printJson } from "../document/json.ts";
import { isUrl, type LoadedDocument, type LoadOptions, loadDocument, loadFromGit } from "../download/load.ts";
import { readText } from "../files/write-files.ts";
import { type RenameEnum, readCommittedNames } from "../model/read-committed-names.ts";
import { type AppliedOverlay, readAppliedOverlays } from "../overlay/applied-overlays.ts";
import { GeneratorError } from "../util/errors.ts";
import { sha256 } from "../util/hash.ts";
import type { Host } from "./host.ts";
import { overlaysInSnapshot } from "./load-overlays.ts";
import { type Origin, snapshotOrigin } from "./lockfile.ts";

/** The options that select the document. */
export interface SourceOptions {
  readonly source?: string | undefined;
  readonly offline?: boolean | undefined;
}

/** A document to generate from. */
export interface LoadedSource extends LoadedDocument {
  readonly origin: Origin;
  /** The overlays that were already applied to it. */
  readonly applied: readonly AppliedOverlay[];
  /** Whether upstream could not be reached. */
  readonly upstreamUnreachable: boolean;
  /** Whether this is the committed snapshot and differs from its lock. */
  readonly edited: boolean;
}

/** Loads the requested document, or the committed snapshot if upstream cannot be reached. */
export async function loadSource(
  { source, offline }: SourceOptions,
  config: Config,
  root: string,
  notice: (text: string) => void,
  host: Host,
): Promise<LoadedSource> {
  if (offline && source === undefined) return loadSnapshot(config, root, host);
  try {
    const from = source ?? config.source;
    const loaded = await readDocument(from, config.snapshot, host, { notice });
    const obtained = loaded.from === "url" ? "downloaded" : "read from a file";
    const applied = overlaysOfFile(from, loaded, config, host) ?? [];
    return {
      ...loaded,
      origin: { source: loaded.source, obtained },
      applied,
      upstreamUnreachable: false,
      edited: false,
    };
  } catch (error) {
    const unreachable = error instanceof GeneratorError && error.code === "SOURCE_UNREACHABLE";
    if (source !== undefined || !unreachable) throw error;
    const why = `${error.where} could not be reached: ${error.what}`;
    return loadSnapshot(config, root, host, why, () => notice(`${why}. Using the committed snapshot.`));
  }
}

/** Returns the overlays that are already in a file, or `undefined` unless it is a snapshot. */
export function overlaysOfFile(
  from: string,
  { document }: LoadedDocument,
  config: Config,
  { folder }: Pick<Host, "folder">,
): AppliedOverlay[] | undefined {
  if (isUrl(from)) return undefined;
  const lock = readText(resolve(folder, lockPath(from)));
  return overlaysInSnapshot(document, lock, resolve(folder, from) === resolve(folder, config.snapshot));
}

/** Returns the overlays in the snapshot of a commit. Commits without a lock are older than overlays. */
export async function overlaysAtCommit(ref: string, config: Config, host: Host): Promise<AppliedOverlay[]> {
  const lock = await loadFromGit(ref, lockPath(config.snapshot), host).catch(() => undefined);
  return readAppliedOverlays(asObject(lock?.document));
}

/** Reads the enum names of the client at a commit, or `undefined` if it has none. */
export const namesAtCommit = async (ref: string, { output }: Config, host: Host): Promise<RenameEnum | undefined> => {
  const model = await loadFromGit(ref, `${output}/model.json`, host).catch(() => undefined);
  return model && readCommittedNames(model.document);
};

/** Reads a document. A damaged snapshot is not a problem of the API, so its error suggests to restore it from git. */
export function readDocument(
  from: string,
  snapshot: string,
  host: Host,
  options: LoadOptions = {},
): Promise<LoadedDocument> {
  const { folder, environment, home, clock } = host;
  const cache = join(home, "node_modules/.cache/account-client-documents");
  return loadDocument(from, { folder, environment, cache, clock, ...options }).catch((error) => {
    const isSnapshot = !isUrl(from) && resolve(folder, from) === resolve(folder, snapshot);
    if (!isSnapshot || !(error instanceof GeneratorError) || error.code === "SOURCE_UNREADABLE") throw error;
    throw new GeneratorError(error.code, error.where, error.what, "Restore it from git");
  });
}

/**
 * Loads the snapshot below the output folder, or that of the project for a new output folder.
 *
 * @param unreachable The reason why upstream could not be reached.
 * @param onFound Called before the snapshot is read.
 */
async function loadSnapshot(
  config: Config,
  root: string,
  host: Host,
  unreachable?: string,
  onFound = () => {},
): Promise<LoadedSource> {
  const text = (path: string): string | undefined => readText(resolve(host.folder, path));
  const folder = [root, "."].find((each) => text(join(each, config.snapshot)) !== undefined);
  if (folder === undefined)
    throw new GeneratorError(
      "SNAPSHOT_MISSING",
      config.snapshot,
      ["there is no committed snapshot to generate from", unreachable].filter(Boolean).join(", and "),
      "Run once with network access, or with --source FILE",
    );
  onFound();
  const path = join(folder, config.snapshot);
  const loaded = await readDocument(path, path, host);
  const lock = text(join(folder, lockPath(config.snapshot)));
  const hash = sha256(printJson(loaded.document));
  return {
    ...loaded,
    origin: snapshotOrigin(lock, hash, config.source),
    applied: overlaysInSnapshot(loaded.document, lock, true) ?? [],
    upstreamUnreachable: unreachable !== undefined,
    edited: ![hash, undefined].includes(asString(parseObject(lock).sha256)),
  };
}
