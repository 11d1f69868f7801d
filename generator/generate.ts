import { join } from "node:path";
import { type Config, defaults, readConfig } from "./config.ts";
import { GeneratorError, type Warning } from "./errors.ts";
import { type Loaded, load } from "./load.ts";
import { guardShrink, type Lock, lockPath, type Origin, renewLock, selectionChanged, snapshotOrigin } from "./lock.ts";
import { manifestName, obsolete } from "./manifest.ts";
import { run, type Stage, sha256 } from "./pipeline.ts";
import { readFolder, readText, stale, write } from "./write.ts";

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
  readonly stage: Stage;
  readonly notice: (text: string) => void;
  readonly warning: (warning: Warning) => void;
}

/** What a run came to. */
export interface Generated {
  /** The files that were not as the document would have them: found by `--check`, else written. */
  readonly files: readonly string[];
  /** Whether upstream was asked and did not answer, so that the snapshot is all that was looked at. */
  readonly unseen: boolean;
}

const templateFolder = join(import.meta.dirname, "..", "templates");

/** The `generate` command: the only place where loading, the pipeline and writing meet. */
export async function generate(options: GenerateOptions, { stage, notice, warning }: Listener): Promise<Generated> {
  const config = options.config === undefined ? defaults : await readConfigFile(options.config);
  const root = options.out ?? ".";
  const previous = readText(join(root, lockPath(config.snapshot)));
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
  return { files: changed.map((path) => join(root, path)), unseen: input.unseen };
}

/** The config in a file. What is wrong with it is said of the config, not of the document. */
async function readConfigFile(path: string): Promise<Config> {
  const loaded = await load(path).catch((error) => {
    if (!(error instanceof GeneratorError)) throw error;
    throw new GeneratorError(
      "CONFIG_INVALID",
      path,
      error.what.replace("the document", "the config"),
      "Correct the config",
    );
  });
  return readConfig(loaded.document, path);
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
    const loaded = await load(source ?? config.source);
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

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
