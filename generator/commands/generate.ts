import { join } from "node:path";
import type { Warning } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { Host } from "../host.ts";
import { size } from "../load/size.ts";
import { clientChanged, guardShrink, type Lock, lockPath, selectionChanged } from "../lock.ts";
import { beyond } from "../overlay/applied.ts";
import { make, type Stage, select } from "../pipeline.ts";
import { printJson } from "../spec/json.ts";
import { readFolder } from "../write.ts";
import { meaning } from "./compared.ts";
import { loadConfig } from "./config.ts";
import { corrections, loadOverlays, overlaysChanged } from "./overlays.ts";
import { openProject } from "./project.ts";
import { choose, type Wish } from "./source.ts";
import { type Memory, remember } from "./unchanged.ts";

/** The options of `generate`, as the command line has them. */
export interface GenerateOptions extends Wish {
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
  /** What the change of the snapshot means for callers, in a line. Absent where it did not change, or there was none. */
  readonly verdict?: string;
  /** Whether upstream was asked and did not answer, so that the snapshot is all that was looked at. */
  readonly unseen: boolean;
  /** Whether a run that writes is what files that are not right want. */
  readonly mends: boolean;
}

/** The `generate` command: the only place where loading, the pipeline and writing meet. */
export async function generate(options: GenerateOptions, listener: Listener, host: Host): Promise<Generated> {
  const { stage, notice, warning } = listener;
  const config = await loadConfig(options.config, host);
  const overlays = await loadOverlays(config, host);
  const project = await openProject(config, options, notice, host);
  const templates = readFolder(join(host.home, "templates"));
  const memory = remember(project, config, overlays, templates, host);
  const unchanged = (unseen: boolean): Promise<Generated | undefined> => asLastTime(memory, unseen, listener);

  // What is committed can be asked for at once, upstream's document only when it is here.
  const local = options.offline === true && options.source === undefined;
  const stays = local ? await unchanged(false) : undefined;
  if (stays) return stays;
  const input = await stage(
    "load",
    () => choose(options, config, project.root, notice, host),
    ({ source, bytes }) => `${source}, ${size(bytes)}`,
  );
  if (options.check && input.edited) notice(edited(config.snapshot));
  const rest = beyond(overlays, input.applied);
  if (!rest) {
    if (!options.check) throw overlaysChanged(overlays, input);
    notice(overlaysChanged(overlays, input).message);
    return { files: [join(project.root, lockPath(config.snapshot))], unseen: input.unseen, mends: false };
  }
  const corrected = await corrections(input.document, rest, stage);
  for (const each of corrected.warnings) warning(each);
  const selection = await select(corrected.document, config, stage);
  const same = !local && printJson(selection.document) === project.snapshot ? await unchanged(input.unseen) : undefined;
  if (same) return same;

  const outcome = await make(selection, config, templates, stage);
  const lock: Lock = {
    ...input.origin,
    include: config.include,
    ...outcome.counts,
    overlays: overlays.map(({ file, sha256 }) => ({ file, sha256 })),
    sha256: sha256(outcome.snapshot),
  };
  if (!options.acceptShrink) guardShrink(project.lock, lock);
  const displaced = [
    ...selectionChanged(project.lock, lock, config.snapshot),
    ...clientChanged(project.client, config.snapshot, config.output),
  ];
  for (const each of [...outcome.warnings, ...displaced]) warning(each);
  const files = options.check
    ? project.stale(outcome, lock)
    : await stage(
        "write",
        () => project.write(outcome, lock),
        (written) => `${written.length} of ${outcome.client.size + 2} files`,
      );
  if (!options.acceptShrink && (!options.check || files.length === 0)) {
    const left = project.wanted(outcome, lock);
    const again = selectionChanged(left.get(lockPath(config.snapshot)), lock, config.snapshot);
    memory.keep(left, [...outcome.warnings, ...again]);
  }
  const verdict = await meaning(project, { ...outcome, applied: overlays }, overlays, config, host.clock.today);
  return {
    files: files.map((path) => join(project.root, path)),
    ...(verdict !== undefined && { verdict }),
    unseen: input.unseen,
    mends: !input.edited,
  };
}

/** Why no run should follow: it would take what was done to the snapshot for what the API says. */
const edited = (snapshot: string): string =>
  `${snapshot} is not what ${lockPath(snapshot)} recorded. Restore both from git; a correction of the document belongs in an overlay.`;

/** How a run ends that would find nothing to do: it tells what the last one told. */
async function asLastTime({ asLeft }: Memory, unseen: boolean, { stage, warning }: Listener) {
  const told = asLeft();
  if (!told) return undefined;
  await stage(
    "compare",
    () => told.forEach(warning),
    () => "nothing has changed since the last run",
  );
  return { files: [], unseen, mends: true };
}
