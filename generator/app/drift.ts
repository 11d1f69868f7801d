import { basename } from "node:path";
import type { Config } from "../config/config.ts";
import { applyPolicy } from "../diff/apply-policy.ts";
import { type Drift, type Level, levels } from "../diff/findings/change.ts";
import type { ReportOptions } from "../diff/reports/report.ts";
import { reports } from "../diff/reports/reports.ts";
import { datedFiles, loadDocument, loadFromGit } from "../download/load.ts";
import { withoutCredentials } from "../download/url.ts";
import { formatWarning, GeneratorError } from "../util/errors.ts";
import { type BaseDocument, findDifferences, prepareDocument } from "./compare-documents.ts";
import type { Host } from "./host.ts";
import { loadConfig } from "./load-config.ts";
import { applyOverlaysTo, type LoadedOverlay, loadOverlays, recordedOverlays } from "./load-overlays.ts";
import { namesAtCommit, overlaysAtCommit, overlaysOfFile, readDocument } from "./load-source.ts";

/** The options of `drift`. */
export interface DriftOptions {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly format: keyof typeof reports;
  readonly failOn: Level | "any" | "never";
  readonly history?: string | undefined;
  readonly config?: string | undefined;
}

/** The style of the report, and a function that receives the progress of slow downloads. */
export interface ReportStyle extends Pick<ReportOptions, "color" | "width"> {
  readonly notice: (text: string) => void;
}

/** A report, and whether it reaches the level of `--fail-on`. */
export interface DriftResult {
  readonly text: string;
  readonly failed: boolean;
}

/** Reports what a document, or each of a series of documents, changes for callers of the API. */
export async function drift(options: DriftOptions, { notice, ...show }: ReportStyle, host: Host): Promise<DriftResult> {
  const config = await loadConfig(options.config, host);
  const overlays = await loadOverlays(config, host);
  const report = reports[options.format];
  const judged = async (
    names: Pick<Drift, "base" | "head">,
    before: BaseDocument,
    after: BaseDocument,
  ): Promise<Drift> => {
    const known = await recordedOverlays(after.applied, overlays, host);
    const { findings, notices } = await findDifferences(before, after, known);
    const files = after.applied.map(({ file }) => file);
    const drift = applyPolicy(
      { ...names, ...(files.length > 0 && { overlays: files }) },
      findings,
      config.drift ?? {},
      host.today,
    );
    return { ...drift, notices: [...notices, ...drift.notices] };
  };
  const context = ({ text }: BaseDocument): ReportOptions => ({ ...show, file: config.snapshot, snapshot: text });

  if (options.history === undefined) {
    const { base = config.snapshot, head = config.source } = options;
    // One after the other: little of a large document is kept, and two at once would need twice the memory.
    const before = await readSpec(base, config, overlays, notice, host);
    const after = await readSpec(head, config, overlays, notice, host);
    const result = await judged({ base: withoutCredentials(base), head: withoutCredentials(head) }, before, after);
    return { text: report.drift(result, context(after)), failed: reachesLevel([result], options.failOn) };
  }
  const copies = await readCopies(options.history, config, host);
  const changed: Drift[] = [];
  for (const [index, copy] of copies.slice(1).entries()) {
    const previous = copies[index] ?? copy;
    const entry = await judged({ base: previous.name, head: copy.name }, previous, copy);
    if (entry.changes.length > 0) changed.push(entry);
  }
  const last = copies.at(-1);
  if (!last) throw noDatedCopies(options.history);
  return { text: report.history(changed, context(last)), failed: reachesLevel(changed, options.failOn) };
}

/**
 * Reads a document from a URL, a file, or `git:REF`. A snapshot keeps the overlays that it was made with; any other
 * document gets those of the config.
 */
async function readSpec(
  spec: string,
  config: Config,
  overlays: readonly LoadedOverlay[],
  notice: ReportStyle["notice"],
  host: Host,
): Promise<BaseDocument> {
  const git = /^git:(.+)$/s.exec(spec)?.[1];
  if (git !== undefined) {
    const { document } = await loadFromGit(git, config.snapshot, host);
    const applied = await overlaysAtCommit(git, config, host);
    return prepareDocument(document, applied, config, await namesAtCommit(git, config, host));
  }
  const loaded = await readDocument(spec, config.snapshot, host, { notice, trusting: true });
  const applied = overlaysOfFile(spec, loaded, config, host);
  if (applied) return prepareDocument(loaded.document, applied, config);
  const { document, warnings } = await applyOverlaysTo(loaded.document, overlays);
  for (const warning of warnings) notice(formatWarning(warning));
  return prepareDocument(document, overlays, config);
}

/** Reads the dated copies in a folder that contain selected operations. They are upstream's own, without overlays. */
async function readCopies(folder: string, config: Config, host: Host): Promise<(BaseDocument & { name: string })[]> {
  const copies = [];
  for (const file of datedFiles(folder, host.folder)) {
    const name = basename(file).replace(/\.(?:json|ya?ml)(?:\.gz)?$/, "");
    try {
      const { document } = await loadDocument(file, { folder: host.folder, trusting: true });
      copies.push({ ...(await prepareDocument(document, [], config)), name });
    } catch (error) {
      // The copy is older than the selected operations.
      if (!(error instanceof GeneratorError) || error.code !== "INCLUDE_EMPTY") throw error;
    }
  }
  return copies;
}

const reachesLevel = (drifts: readonly Drift[], failOn: DriftOptions["failOn"]): boolean => {
  if (failOn === "never") return false;
  const lowest = failOn === "any" ? levels.length : levels.indexOf(failOn);
  return drifts.some(({ changes }) => changes.some(({ level }) => levels.indexOf(level) <= lowest));
};

const noDatedCopies = (folder: string): GeneratorError =>
  new GeneratorError(
    "SOURCE_UNREADABLE",
    folder,
    "no file with a date in its name, such as 2026-08-21.json.gz, has the selected operations",
    "Name the copies by their dates",
  );
