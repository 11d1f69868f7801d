import { join } from "node:path";
import { lockPath } from "../config/lock-path.ts";
import { printJson } from "../document/json.ts";
import { formatBytes } from "../download/download-limits.ts";
import { readFolder } from "../files/write-files.ts";
import { pendingOverlays } from "../overlay/applied-overlays.ts";
import type { Warning } from "../util/errors.ts";
import { sha256 } from "../util/hash.ts";
import { summarizeImpact } from "./compare-documents.ts";
import type { Host } from "./host.ts";
import { loadConfig } from "./load-config.ts";
import { loadOverlays, overlayStage, overlaysChangedError } from "./load-overlays.ts";
import { loadSource, type SourceOptions } from "./load-source.ts";
import { clientChanged, type Lock, rejectShrunkDocument, selectionChanged } from "./lockfile.ts";
import { emitClient, type Stage, selectDocument } from "./pipeline.ts";
import { openProject } from "./project-files.ts";
import { openRunCache, type RunCache } from "./run-cache.ts";

/** The options of `generate`. */
export interface GenerateOptions extends SourceOptions {
  readonly check?: boolean | undefined;
  readonly acceptShrink?: boolean | undefined;
  readonly out?: string | undefined;
  readonly config?: string | undefined;
}

/** Receives the progress of a run. */
export interface ProgressListener {
  readonly stage: Stage;
  readonly notice: (text: string) => void;
  readonly warning: (warning: Warning) => void;
}

/** The result of a run. */
export interface GenerateResult {
  /** The files that changed, or that are stale if the run only checked. */
  readonly files: readonly string[];
  /** A line on what the new snapshot means for callers. Absent if it did not change or there was none. */
  readonly verdict?: string;
  /** Whether upstream could not be reached, so that only the snapshot was used. */
  readonly upstreamUnreachable: boolean;
  /** Whether running `generate` fixes stale files. */
  readonly fixedByGenerate: boolean;
}

/** Generates a client: connects loading, the pipeline and writing. */
export async function generate(
  options: GenerateOptions,
  listener: ProgressListener,
  host: Host,
): Promise<GenerateResult> {
  const { stage, notice, warning } = listener;
  const config = await loadConfig(options.config, host);
  const overlays = await loadOverlays(config, host);
  const project = await openProject(config, options, notice, host);
  const templates = readFolder(join(host.home, "templates"));
  const runCache = openRunCache(project, config, overlays, templates, host);
  const unchanged = (upstreamUnreachable: boolean): Promise<GenerateResult | undefined> =>
    reuseLastRun(runCache, upstreamUnreachable, listener);

  // A run on the snapshot can be skipped right away; one on upstream's document only after it has been loaded.
  const local = options.offline === true && options.source === undefined;
  const stays = local ? await unchanged(false) : undefined;
  if (stays) return stays;
  const input = await stage(
    "load",
    () => loadSource(options, config, project.root, notice, host),
    ({ source, bytes }) => `${source}, ${formatBytes(bytes)}`,
  );
  if (options.check && input.edited) notice(editedSnapshotNotice(config.snapshot));
  const rest = pendingOverlays(overlays, input.applied);
  if (!rest) {
    if (!options.check) throw overlaysChangedError(overlays, input);
    notice(overlaysChangedError(overlays, input).message);
    return {
      files: [join(project.root, lockPath(config.snapshot))],
      upstreamUnreachable: input.upstreamUnreachable,
      fixedByGenerate: false,
    };
  }
  const corrected = await overlayStage(input.document, rest, stage);
  for (const each of corrected.warnings) warning(each);
  const selection = await selectDocument(corrected.document, config, stage);
  const same =
    !local && printJson(selection.document) === project.snapshot
      ? await unchanged(input.upstreamUnreachable)
      : undefined;
  if (same) return same;

  const outcome = await emitClient(selection, config, templates, stage);
  const lock: Lock = {
    ...input.origin,
    include: config.include,
    ...outcome.counts,
    overlays: overlays.map(({ file, sha256 }) => ({ file, sha256 })),
    sha256: sha256(outcome.snapshot),
  };
  if (!options.acceptShrink) rejectShrunkDocument(project.lock, lock);
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
        (written) => `${written.length} changed, ${outcome.client.size + 2} files in all`,
      );
  if (!options.acceptShrink && (!options.check || files.length === 0)) {
    const left = project.expectedFiles(outcome, lock);
    const again = selectionChanged(left.get(lockPath(config.snapshot)), lock, config.snapshot);
    runCache.keep(left, [...outcome.warnings, ...again]);
  }
  const verdict = await summarizeImpact(project, { ...outcome, applied: overlays }, overlays, config, host.today);
  return {
    files: files.map((path) => join(project.root, path)),
    ...(verdict !== undefined && { verdict }),
    upstreamUnreachable: input.upstreamUnreachable,
    fixedByGenerate: !input.edited,
  };
}

/** The notice for an edited snapshot. Generating from it would treat the edit as a change of the API. */
const editedSnapshotNotice = (snapshot: string): string =>
  `${snapshot} differs from ${lockPath(snapshot)}. Restore both from git; a correction of the document belongs in an overlay.`;

/** Reuses the result of the last run, and repeats its warnings. */
async function reuseLastRun(
  { cachedWarnings }: RunCache,
  upstreamUnreachable: boolean,
  { stage, warning }: ProgressListener,
) {
  const warnings = cachedWarnings();
  if (!warnings) return undefined;
  await stage(
    "compare",
    () => warnings.forEach(warning),
    () => "unchanged since the last run",
  );
  return { files: [], upstreamUnreachable, fixedByGenerate: true };
}
