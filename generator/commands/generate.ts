import { join } from "node:path";
import type { Config } from "../config.ts";
import { judge } from "../drift/policy.ts";
import { verdict } from "../drift/reports/verdict.ts";
import type { Warning } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { size } from "../load/size.ts";
import { clientChanged, guardShrink, type Lock, lockPath, renewLock, selectionChanged } from "../lock.ts";
import { isOurs, listed, manifestName } from "../manifest.ts";
import { appliedOf, beyond } from "../overlay/applied.ts";
import { make, type Outcome, type Stage, select } from "../pipeline.ts";
import { type JsonObject, parseObject, printJson } from "../spec/json.ts";
import { type Place, readFolder, readText, recover, stale, unfinished, type Wanted, write } from "../write.ts";
import { differences, prepare } from "./compared.ts";
import { loadConfig } from "./config.ts";
import { type Correction, corrections, loadOverlays, overlaysChanged } from "./overlays.ts";
import { choose } from "./source.ts";
import { remember } from "./unchanged.ts";

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
  const overlays = await loadOverlays(config);
  const root = options.out ?? ".";
  const place: Place = { root, owns: (path) => owns(config, path), notice };
  const inputs = [config.snapshot, lockPath(config.snapshot), `${config.output}/${manifestName}`];
  const interrupted = options.check ? unfinished(place, inputs) : await recover(place, inputs);
  if (interrupted?.length) notice("A run was interrupted here, or is still at work. The next one puts that in order.");
  const previous = readText(join(root, lockPath(config.snapshot)));
  const before = readText(join(root, config.snapshot));
  const templates = readFolder(templateFolder);
  const memory = remember(root, config, overlays, templates);
  const unchanged = async (unseen: boolean): Promise<Generated | undefined> => {
    const told = interrupted?.length ? undefined : memory.asLeft();
    if (!told) return undefined;
    await stage(
      "compare",
      () => told.forEach(warning),
      () => "nothing has changed since the last run",
    );
    return { files: [], unseen };
  };
  const local = options.offline && options.source === undefined;
  const stays = local ? await unchanged(false) : undefined;
  if (stays) return stays;
  const input = await stage(
    "load",
    () => choose(options, config, root, notice),
    ({ source, bytes }) => `${source}, ${size(bytes)}`,
  );
  const rest = beyond(overlays, input.applied);
  if (!rest) {
    if (!options.check) throw overlaysChanged(overlays, input);
    notice(overlaysChanged(overlays, input).message);
    return { files: [join(root, lockPath(config.snapshot))], unseen: input.unseen };
  }
  const corrected = await corrections(input.document, rest, stage);
  for (const each of corrected.warnings) warning(each);
  const selection = await select(corrected.document, config, stage);
  const same = !local && printJson(selection.document) === before ? await unchanged(input.unseen) : undefined;
  if (same) return same;
  const outcome = await make(selection, config, templates, stage);
  const lock: Lock = {
    ...input.origin,
    include: config.include,
    ...outcome.counts,
    overlays: overlays.map(({ file, sha256 }) => ({ file, sha256 })),
    sha256: sha256(outcome.snapshot),
  };
  if (!options.acceptShrink) guardShrink(previous, lock);
  const displaced = [
    ...selectionChanged(previous, lock, config.snapshot),
    ...clientChanged(readText(join(root, config.output, "client.ts")), config.snapshot, config.output),
  ];
  for (const each of [...outcome.warnings, ...displaced]) warning(each);

  const put = () => write(place, () => wanted(config, root, lock, outcome));
  const changed = options.check
    ? [...(interrupted ?? []), ...stale(place, wanted(config, root, lock, outcome))]
    : await stage("write", put, (written) => `${written.length} of ${outcome.client.size + 2} files`);
  if (!options.acceptShrink && (!options.check || changed.length === 0)) {
    const { files } = wanted(config, root, lock, outcome);
    const locked = files.get(lockPath(config.snapshot));
    memory.keep(files, [...outcome.warnings, ...selectionChanged(locked, lock, config.snapshot)]);
  }
  const verdict =
    before === undefined || before === outcome.snapshot
      ? undefined
      : await judged(before, parseObject(previous), outcome, overlays, config, today);
  return {
    files: changed.map((path) => join(root, path)),
    ...(verdict !== undefined && { verdict }),
    unseen: input.unseen,
  };
}

/** Every file as it is to be, and those that the runs before have made, as the disk has it now. */
function wanted({ snapshot, output }: Config, root: string, lock: Lock, { client, ...outcome }: Outcome): Wanted {
  const locked = lockPath(snapshot);
  const inOutput = (path: string): string => `${output}/${path}`;
  return {
    files: new Map([
      [snapshot, outcome.snapshot],
      [locked, renewLock(readText(join(root, locked)), lock)],
      ...[...client].map(([path, text]) => [inOutput(path), text] as const),
    ]),
    known: new Set([snapshot, locked, ...listed(readText(join(root, inOutput(manifestName)))).map(inOutput)]),
  };
}

/** Whether a run with this config may have made a file. */
const owns = ({ snapshot, output }: Config, path: string): boolean =>
  path === snapshot ||
  path === lockPath(snapshot) ||
  (path.startsWith(`${output}/`) && isOurs(path.slice(output.length + 1)));

/** What a new snapshot means for those who call the API. Nothing is said where the old one cannot be read. */
async function judged(
  before: string,
  lock: JsonObject,
  { snapshot, contract }: Outcome,
  overlays: readonly Correction[],
  config: Config,
  today: string,
): Promise<string | undefined> {
  try {
    const old = await prepare(JSON.parse(before), appliedOf(lock), config);
    const { findings } = await differences(old, { text: snapshot, contract, applied: overlays }, overlays);
    return verdict(judge({ base: "", head: "" }, findings, config.drift ?? {}, today));
  } catch {
    return undefined;
  }
}
