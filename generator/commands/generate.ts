import { join } from "node:path";
import type { Config } from "../config.ts";
import { findings } from "../drift/compare.ts";
import { judge } from "../drift/policy.ts";
import { verdict } from "../drift/reports/verdict.ts";
import { GeneratorError, type Warning } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { size } from "../load/size.ts";
import { type Loaded, load } from "../load.ts";
import { guardShrink, type Lock, lockPath, type Origin, renewLock, selectionChanged, snapshotOrigin } from "../lock.ts";
import { manifestName, obsolete } from "../manifest.ts";
import { type Outcome, run, type Stage, select, understand } from "../pipeline.ts";
import { readFolder, readText, stale, write } from "../write.ts";
import { loadConfig } from "./config.ts";

/** The options of `generate`, as the command line has them. */
export interface GenerateOptions {
  readonly source?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly check?: boolean | undefined;
  readonly acceptShrink?: boolean | undefined;
  readonly out?: string | undefined;
  readonly config?: string | undefined;
}

/** What a run tells while it goes on. */
export interface Listener {
  /** In the form of ISO 8601: `2026-12-31`. */
  readonly today: string;
  readonly stage: Stage;
  readonly notice: (text: string) => void;
  readonly warning: (warning: Warning) => void;
}

/** What a run came to. */
export interface Generated {
  /** The files that were not as the document would have them: found by `--check`, else written. */
  readonly files: readonly string[];
  /** What the change of the snapshot means for callers, in a line. Absent where it did not change, or there was none. */
  readonly verdict?: string;
  /** Whether upstream was asked and did not answer, so that the snapshot is all that was looked at. */
  readonly unseen: boolean;
}

const templateFolder = join(import.meta.dirname, "../..", "templates");

/** The `generate` command: the only place where loading, the pipeline and writing meet. */
export async function generate(
  options: GenerateOptions,
  { today, stage, notice, warning }: Listener,
): Promise<Generated> {
  const config = await loadConfig(options.config);
  const root = options.out ?? ".";
  const previous = readText(join(root, lockPath(config.snapshot)));
  const before = readText(join(root, config.snapshot));
  const input = await stage(
    "load",
    () => choose(options, config, root, notice),
    ({ source, bytes }) => `${source}, ${size(bytes)}`,
  );
  const outcome = await run(input.document, config, readFolder(templateFolder), stage);
  const hash = sha256(outcome.snapshot);
  const lock: Lock = {
    ...input.origin(hash),
    include: config.include,
    ...outcome.counts,
    overlays: [],
    sha256: hash,
  };
  if (!options.acceptShrink) guardShrink(previous, lock);
  for (const each of [...outcome.warnings, ...selectionChanged(previous, lock, config.snapshot)]) warning(each);

  const files = new Map([
    [config.snapshot, outcome.snapshot],
    [lockPath(config.snapshot), renewLock(previous, lock)],
    ...[...outcome.client].map(([path, text]) => [`${config.output}/${path}`, text] as const),
  ]);
  const gone = obsolete(readText(join(root, config.output, manifestName)), outcome.client);
  const wanted = { files, obsolete: gone.map((path) => `${config.output}/${path}`) };
  const put = () => write(root, wanted);
  const changed = options.check
    ? stale(root, wanted)
    : await stage("write", put, (written) => `${written.length} of ${files.size} files`);
  const verdict =
    before === undefined || before === outcome.snapshot ? undefined : await judged(before, outcome, config, today);
  return {
    files: changed.map((path) => join(root, path)),
    ...(verdict !== undefined && { verdict }),
    unseen: input.unseen,
  };
}

/** What a new snapshot means for those who call the API. Nothing is said where the old one cannot be read. */
async function judged(
  before: string,
  { contract }: Outcome,
  config: Config,
  today: string,
): Promise<string | undefined> {
  try {
    const old = understand(await select(JSON.parse(before), config), config);
    return verdict(judge({ base: "", head: "" }, findings(old.contract, contract), config.drift ?? {}, today));
  } catch {
    return undefined;
  }
}

/** A document with what is to be said of it. */
interface Input extends Loaded {
  /** Where the snapshot comes from whose bytes have this hash. */
  readonly origin: (sha256: string) => Origin;
  readonly unseen: boolean;
}

/** The document to work on: the source that was asked for, or the committed snapshot where upstream is not to be had. */
async function choose(
  { source, offline }: GenerateOptions,
  config: Config,
  root: string,
  notice: Listener["notice"],
): Promise<Input> {
  if (offline && source === undefined) return snapshot(config, root, false);
  try {
    const loaded = await load(source ?? config.source, { notice });
    const obtained = loaded.from === "url" ? "downloaded" : "read from a file";
    return { ...loaded, origin: () => ({ source: loaded.source, obtained }), unseen: false };
  } catch (error) {
    const unreachable = error instanceof GeneratorError && error.code === "SOURCE_UNREACHABLE";
    if (source !== undefined || !unreachable) throw error;
    const committed = await snapshot(config, root, true);
    notice(`${error.where} could not be reached: ${error.what}. Using the committed snapshot.`);
    return committed;
  }
}

/** The snapshot below the output folder, or, for a new output folder, the one of this project. */
async function snapshot(config: Config, root: string, unseen: boolean): Promise<Input> {
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
  return { ...loaded, origin: (sha256) => snapshotOrigin(lock, sha256, config.source), unseen };
}
