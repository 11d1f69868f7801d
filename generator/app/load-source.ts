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

/** Which document to generate from, as the command line has it. */
export interface SourceOptions {
  readonly source?: string | undefined;
  readonly offline?: boolean | undefined;
}

/** A document to generate from, with what is to be said of it. */
export interface LoadedSource extends LoadedDocument {
  readonly origin: Origin;
  /** The overlays that are in it already. */
  readonly applied: readonly AppliedOverlay[];
  /** Whether upstream was asked and did not answer. */
  readonly upstreamUnreachable: boolean;
  /** Whether this is the committed snapshot, and not as its lock has it. */
  readonly edited: boolean;
}

/** The document to work on: the one that was asked for, or the committed snapshot where upstream is not to be had. */
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

/** The overlays that a document from an address or a file has in it; undefined for what is no snapshot. */
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

/** The same for the snapshot that git has at a commit. Commits from before there were locks had no overlays either. */
export async function overlaysAtCommit(ref: string, config: Config, host: Host): Promise<AppliedOverlay[]> {
  const lock = await loadFromGit(ref, lockPath(config.snapshot), host).catch(() => undefined);
  return readAppliedOverlays(asObject(lock?.document));
}

/** The names that the client has at a commit. Undefined where there is none. */
export const namesAtCommit = async (ref: string, { output }: Config, host: Host): Promise<RenameEnum | undefined> => {
  const model = await loadFromGit(ref, `${output}/model.json`, host).catch(() => undefined);
  return model && readCommittedNames(model.document);
};

/** Reads a document. What has come over the committed snapshot is no matter of the API: git has it as it was. */
export function readDocument(
  from: string,
  snapshot: string,
  host: Host,
  options: LoadOptions = {},
): Promise<LoadedDocument> {
  const { folder, environment, home, clock } = host;
  const cache = join(home, "node_modules/.cache/account-client-documents");
  return loadDocument(from, { folder, environment, cache, clock, ...options }).catch((error) => {
    const ours = !isUrl(from) && resolve(folder, from) === resolve(folder, snapshot);
    if (!ours || !(error instanceof GeneratorError) || error.code === "SOURCE_UNREADABLE") throw error;
    throw new GeneratorError(error.code, error.where, error.what, "Restore it from git");
  });
}

/**
 * The snapshot below the output folder, or, for a new output folder, the one of this project.
 *
 * @param unseen why upstream is not to be had, where it was asked.
 * @param found told that there is a snapshot, before it is read.
 */
async function loadSnapshot(
  config: Config,
  root: string,
  host: Host,
  unseen?: string,
  found = () => {},
): Promise<LoadedSource> {
  const text = (path: string): string | undefined => readText(resolve(host.folder, path));
  const folder = [root, "."].find((each) => text(join(each, config.snapshot)) !== undefined);
  if (folder === undefined)
    throw new GeneratorError(
      "SNAPSHOT_MISSING",
      config.snapshot,
      ["there is no committed snapshot to generate from", unseen].filter(Boolean).join(", and "),
      "Run once with network, or with --source FILE",
    );
  found();
  const path = join(folder, config.snapshot);
  const loaded = await readDocument(path, path, host);
  const lock = text(join(folder, lockPath(config.snapshot)));
  const hash = sha256(printJson(loaded.document));
  return {
    ...loaded,
    origin: snapshotOrigin(lock, hash, config.source),
    applied: overlaysInSnapshot(loaded.document, lock, true) ?? [],
    upstreamUnreachable: unseen !== undefined,
    edited: ![hash, undefined].includes(asString(parseObject(lock).sha256)),
  };
}
