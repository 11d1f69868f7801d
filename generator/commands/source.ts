import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { GeneratorError } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { Host } from "../host.ts";
import { isUrl, type Loaded, type LoadOptions, load, loadFromGit } from "../load.ts";
import { lockPath, type Origin, snapshotOrigin } from "../lock.ts";
import { committedNames, type Rename } from "../model/committed.ts";
import { type Applied, appliedOf } from "../overlay/applied.ts";
import { asObject, asString, parseObject, printJson } from "../spec/json.ts";
import { readText } from "../write.ts";
import { appliedTo } from "./overlays.ts";

/** Which document to generate from, as the command line has it. */
export interface Wish {
  readonly source?: string | undefined;
  readonly offline?: boolean | undefined;
}

/** A document to generate from, with what is to be said of it. */
export interface Source extends Loaded {
  readonly origin: Origin;
  /** The overlays that are in it already. */
  readonly applied: readonly Applied[];
  /** Whether upstream was asked and did not answer. */
  readonly unseen: boolean;
  /** Whether this is the committed snapshot, and not as its lock has it. */
  readonly edited: boolean;
}

/** The document to work on: the one that was asked for, or the committed snapshot where upstream is not to be had. */
export async function choose(
  { source, offline }: Wish,
  config: Config,
  root: string,
  notice: (text: string) => void,
  host: Host,
): Promise<Source> {
  if (offline && source === undefined) return snapshot(config, root, host);
  try {
    const from = source ?? config.source;
    const loaded = await read(from, config.snapshot, host, { notice });
    const obtained = loaded.from === "url" ? "downloaded" : "read from a file";
    const applied = appliedAt(from, loaded, config, host) ?? [];
    return { ...loaded, origin: { source: loaded.source, obtained }, applied, unseen: false, edited: false };
  } catch (error) {
    const unreachable = error instanceof GeneratorError && error.code === "SOURCE_UNREACHABLE";
    if (source !== undefined || !unreachable) throw error;
    const why = `${error.where} could not be reached: ${error.what}`;
    return snapshot(config, root, host, why, () => notice(`${why}. Using the committed snapshot.`));
  }
}

/** The overlays that a document from an address or a file has in it; undefined for what is no snapshot. */
export function appliedAt(
  from: string,
  { document }: Loaded,
  config: Config,
  { folder }: Pick<Host, "folder">,
): Applied[] | undefined {
  if (isUrl(from)) return undefined;
  const lock = readText(resolve(folder, lockPath(from)));
  return appliedTo(document, lock, resolve(folder, from) === resolve(folder, config.snapshot));
}

/** The same for the snapshot that git has at a commit. Commits from before there were locks had no overlays either. */
export async function appliedAtCommit(ref: string, config: Config, host: Host): Promise<Applied[]> {
  const lock = await loadFromGit(ref, lockPath(config.snapshot), host).catch(() => undefined);
  return appliedOf(asObject(lock?.document));
}

/** The names that the client has at a commit. Undefined where there is none. */
export const namesAtCommit = async (ref: string, { output }: Config, host: Host): Promise<Rename | undefined> => {
  const model = await loadFromGit(ref, `${output}/model.json`, host).catch(() => undefined);
  return model && committedNames(model.document);
};

/** Reads a document. What has come over the committed snapshot is no matter of the API: git has it as it was. */
export function read(from: string, snapshot: string, host: Host, options: LoadOptions = {}): Promise<Loaded> {
  const { folder, environment, home, clock } = host;
  const cache = join(home, "node_modules/.cache/account-client-documents");
  return load(from, { folder, environment, cache, wait: clock.wait, ...options }).catch((error) => {
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
async function snapshot(config: Config, root: string, host: Host, unseen?: string, found = () => {}): Promise<Source> {
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
  const loaded = await read(path, path, host);
  const lock = text(join(folder, lockPath(config.snapshot)));
  const hash = sha256(printJson(loaded.document));
  return {
    ...loaded,
    origin: snapshotOrigin(lock, hash, config.source),
    applied: appliedTo(loaded.document, lock, true) ?? [],
    unseen: unseen !== undefined,
    edited: ![hash, undefined].includes(asString(parseObject(lock).sha256)),
  };
}
