import { basename } from "node:path";
import type { Config } from "../config.ts";
import type { Drift, Level } from "../drift/change.ts";
import { levels } from "../drift/change.ts";
import { findings } from "../drift/compare.ts";
import type { Finding } from "../drift/finding.ts";
import { judge } from "../drift/policy.ts";
import { reports } from "../drift/reports/index.ts";
import type { ReportOptions } from "../drift/reports/report.ts";
import { GeneratorError } from "../errors.ts";
import { withoutCredentials } from "../load/address.ts";
import { datedFiles, load, loadFromGit } from "../load.ts";
import type { Contract } from "../model/contract.ts";
import { select, understand } from "../pipeline.ts";
import { printJson } from "../spec/json.ts";
import { loadConfig } from "./config.ts";

/** The options of `drift`, as the command line has them. */
export interface DriftOptions {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly format: keyof typeof reports;
  readonly failOn: Level | "any" | "never";
  readonly history?: string | undefined;
  readonly config?: string | undefined;
}

/** How the report is shown, on which day, and who is told that a download is slow. */
export interface Show extends Pick<ReportOptions, "color" | "width"> {
  readonly notice: (text: string) => void;
  /** In the form of ISO 8601: `2026-12-31`. */
  readonly today: string;
}

/** A report, and whether it has what the caller asked to fail on. */
export interface Reported {
  readonly text: string;
  readonly failed: boolean;
}

/** The `drift` command: what one document, or each of a series, changes for those who call the API. */
export async function drift(options: DriftOptions, { today, notice, ...show }: Show): Promise<Reported> {
  const config = await loadConfig(options.config);
  const report = reports[options.format];
  const judged = (names: Pick<Drift, "base" | "head">, before: Spec, after: Spec): Drift =>
    judge(names, differences(before, after), config.drift ?? {}, today);
  const context = ({ text }: Spec): ReportOptions => ({ ...show, file: config.snapshot, snapshot: text });

  if (options.history === undefined) {
    const { base = config.snapshot, head = config.source } = options;
    // One after the other: of a large document little is kept, and two of them at once are much to clean up.
    const before = await readSpec(base, config, notice);
    const after = await readSpec(head, config, notice);
    const result = judged({ base: withoutCredentials(base), head: withoutCredentials(head) }, before, after);
    return { text: report.drift(result, context(after)), failed: fails([result], options.failOn) };
  }
  const copies = await readCopies(options.history, config);
  const entries = copies.slice(1).map((copy, index) => {
    const previous = copies[index] ?? copy;
    return judged({ base: previous.name, head: copy.name }, previous, copy);
  });
  const changed = entries.filter(({ changes }) => changes.length > 0);
  const last = copies.at(-1);
  if (!last) throw nothing(options.history);
  return { text: report.history(changed, context(last)), failed: fails(changed, options.failOn) };
}

/** One of the documents that are compared. */
interface Spec {
  /** Its snapshot. */
  readonly text: string;
  /** What it says, read when somebody asks. */
  readonly contract: () => Contract;
}

/** Normalised documents that say the same do so in the same bytes: most downloads are not even read. */
const differences = (before: Spec, after: Spec): Finding[] =>
  before.text === after.text ? [] : findings(before.contract(), after.contract());

/** A document by its address, its file, or `git:` and the name of a commit. */
async function readSpec(spec: string, config: Config, notice?: Show["notice"]): Promise<Spec> {
  const git = /^git:(.+)$/s.exec(spec)?.[1];
  const { document } = await (git === undefined
    ? load(spec, { notice, trusting: true })
    : loadFromGit(git, config.snapshot));
  const selection = await select(document, config);
  let contract: Contract | undefined;
  return {
    text: printJson(selection.document),
    contract: () => {
      contract ??= understand(selection, config).contract;
      return contract;
    },
  };
}

/** The dated copies of a folder that have any of the selected operations. */
async function readCopies(folder: string, config: Config): Promise<(Spec & { name: string })[]> {
  const copies = [];
  for (const file of datedFiles(folder)) {
    const name = basename(file).replace(/\.(?:json|ya?ml)(?:\.gz)?$/, "");
    try {
      copies.push({ ...(await readSpec(file, config)), name });
    } catch (error) {
      // From before the operations were there: nothing to compare with.
      if (!(error instanceof GeneratorError) || error.code !== "INCLUDE_EMPTY") throw error;
    }
  }
  return copies;
}

const fails = (drifts: readonly Drift[], failOn: DriftOptions["failOn"]): boolean => {
  if (failOn === "never") return false;
  const lowest = failOn === "any" ? levels.length : levels.indexOf(failOn);
  return drifts.some(({ changes }) => changes.some(({ level }) => levels.indexOf(level) <= lowest));
};

const nothing = (folder: string): GeneratorError =>
  new GeneratorError(
    "SOURCE_UNREADABLE",
    folder,
    "no file has a date in its name, such as 2026-08-21.json.gz, and the selected operations in it",
    "Name the copies by their dates",
  );
