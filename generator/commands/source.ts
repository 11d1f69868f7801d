import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { GeneratorError } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { isUrl, type Loaded, load, loadFromGit } from "../load.ts";
import { lockPath, type Origin, snapshotOrigin } from "../lock.ts";
import { committedNames, type Rename } from "../model/committed.ts";
import { type Applied, appliedOf } from "../overlay/applied.ts";
import { asObject, printJson } from "../spec/json.ts";
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
}

/** The document to work on: the one that was asked for, or the committed snapshot where upstream is not to be had. */
export async function choose(
  { source, offline }: Wish,
  config: Config,
  root: string,
  notice: (text: string) => void,
): Promise<Source> {
  if (offline && source === undefined) return snapshot(config, root, false);
  try {
    const from = source ?? config.source;
    const loaded = await load(from, { notice });
    const obtained = loaded.from === "url" ? "downloaded" : "read from a file";
    const applied = appliedAt(from, loaded, config) ?? [];
    return { ...loaded, origin: { source: loaded.source, obtained }, applied, unseen: false };
  } catch (error) {
    const unreachable = error instanceof GeneratorError && error.code === "SOURCE_UNREACHABLE";
    if (source !== undefined || !unreachable) throw error;
    const committed = await snapshot(config, root, true);
    notice(`${error.where} could not be reached: ${error.what}. Using the committed snapshot.`);
    return committed;
  }
}

/** The overlays that a document from an address or a file has in it; undefined for what is no snapshot. */
export function appliedAt(from: string, { document }: Loaded, config: Config): Applied[] | undefined {
  if (isUrl(from)) return undefined;
  return appliedTo(document, readText(lockPath(from)), resolve(from) === resolve(config.snapshot));
}

/** The same for the snapshot that git has at a commit. Commits from before there were locks had no overlays either. */
export async function appliedAtCommit(ref: string, config: Config): Promise<Applied[]> {
  const lock = await loadFromGit(ref, lockPath(config.snapshot)).catch(() => undefined);
  return appliedOf(asObject(lock?.document));
}

/** The names that the client has at a commit. Undefined where there is none. */
export const namesAtCommit = async (ref: string, { output }: Config): Promise<Rename | undefined> => {
  const model = await loadFromGit(ref, `${output}/model.json`).catch(() => undefined);
  return model && committedNames(model.document);
};

/** The snapshot below the output folder, or, for a new output folder, the one of this project. */
async function snapshot(config: Config, root: string, unseen: boolean): Promise<Source> {
  const folder = [root, "."].find((each) => readText(join(each, config.snapshot)) !== undefined);
  if (folder === undefined)
    throw new GeneratorError(
      "SNAPSHOT_MISSING",
      config.snapshot,
      "there is no committed snapshot to generate from",
      "Run once with network, or with --source FILE",
    );
  const lock = readText(join(folder, lockPath(config.snapshot)));
  const loaded = await load(join(folder, config.snapshot));
  const { document } = loaded;
  const origin = snapshotOrigin(lock, sha256(printJson(document)), config.source);
  return { ...loaded, origin, applied: appliedTo(document, lock, true) ?? [], unseen };
}
