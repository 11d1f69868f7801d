import { join } from "node:path";
import { type Config, defaults, readConfig } from "./config.ts";
import { GeneratorError, type Warning } from "./errors.ts";
import { type Loaded, load } from "./load.ts";
import { guardShrink, type Lock, lockedSource, lockPath, type Obtained, renewLock } from "./lock.ts";
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

/** The files that are not as the document would have them: found by `--check`, else written. */
export interface Generated {
  readonly files: readonly string[];
}

const templateFolder = join(import.meta.dirname, "..", "templates");

/** The `generate` command: the only place where loading, the pipeline and writing meet. */
export async function generate(options: GenerateOptions, { stage, notice, warning }: Listener): Promise<Generated> {
  const config =
    options.config === undefined ? defaults : readConfig((await load(options.config)).document, options.config);
  const root = options.out ?? ".";
  const previous = readText(join(root, lockPath(config.snapshot)));
  const input = await stage(
    "load",
    () => choose(options, config, root, notice),
    ({ source, bytes }) => `${source}, ${size(bytes)}`,
  );
  const outcome = await run(input.document, config, readFolder(templateFolder), stage);
  for (const each of outcome.warnings) warning(each);

  const lock: Lock = {
    source: input.obtained === "edited by hand" ? (lockedSource(previous) ?? config.source) : input.source,
    obtained: input.obtained,
    include: config.include,
    ...outcome.counts,
    overlays: [],
    sha256: sha256(outcome.snapshot),
  };
  if (!options.acceptShrink) guardShrink(previous, lock);

  const files = new Map([
    [config.snapshot, outcome.snapshot],
    [lockPath(config.snapshot), renewLock(previous, lock)],
    ...[...outcome.client].map(([path, text]) => [`${config.output}/${path}`, text] as const),
  ]);
  return {
    files: options.check
      ? stale(root, files)
      : await stage(
          "write",
          () => write(root, files),
          (changed) => `${changed.length} of ${files.size} files`,
        ),
  };
}

type Input = Loaded & { readonly obtained: Obtained };

/** The document to work on: the source that was asked for, or the committed snapshot where upstream is not to be had. */
async function choose(
  { source, offline }: GenerateOptions,
  config: Config,
  root: string,
  notice: Listener["notice"],
): Promise<Input> {
  if (offline) return snapshot(config, root);
  try {
    const loaded = await load(source ?? config.source);
    return { ...loaded, obtained: loaded.from === "url" ? "downloaded" : "read from a file" };
  } catch (error) {
    const unreachable = error instanceof GeneratorError && error.code === "SOURCE_UNREACHABLE";
    if (source !== undefined || !unreachable) throw error;
    const committed = await snapshot(config, root);
    notice(`${error.where} could not be reached: ${error.what}. Generating from the committed snapshot.`);
    return committed;
  }
}

/** The snapshot below the output folder, or, for a new output folder, the one of this project. */
async function snapshot(config: Config, root: string): Promise<Input> {
  const path = [join(root, config.snapshot), config.snapshot].find((each) => readText(each) !== undefined);
  if (path === undefined)
    throw new GeneratorError(
      "SNAPSHOT_MISSING",
      config.snapshot,
      "there is no committed snapshot to generate from",
      "Run once with network, or with --source FILE",
    );
  return { ...(await load(path)), obtained: "edited by hand" };
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
