import type { Drift, Level, Located } from "../findings/change.ts";
import { workflowCommand } from "./escape.ts";
import type { Report, ReportOptions } from "./report.ts";
import { linesOfChange, readSnapshotLines } from "./snapshot-lines.ts";
import { kindLabel, noDrift, showAll, summarize } from "./summarize.ts";

/** For GitHub Actions: annotations of the snapshot, in the list of changed files of a pull request. */
export const github: Report = {
  drift: (drift, options) => `${annotate(drift, options).join("\n")}\n`,
  history: (entries) =>
    entries.length === 0
      ? `${noDrift}\n`
      : entries.map((entry) => `${workflowCommand("notice", { title: entry.head }, [summarize(entry)])}\n`).join(""),
};

const commands: Readonly<Record<Level, string>> = {
  breaking: "error",
  risky: "warning",
  additive: "notice",
  docs: "notice",
};

/** GitHub shows so many annotations of one type from one step. The others are in the log only. */
const most = 10;

interface Annotation {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

function annotate(drift: Drift, options: ReportOptions): string[] {
  const { changes, ignored, notices } = drift;
  if (changes.length === 0) {
    const rest = [ignored.length > 0 && `${ignored.length} ignored`, notices.length > 0 && `${notices.length} noticed`];
    const said = rest.filter(Boolean).join(", ");
    return [said === "" ? noDrift : `${noDrift} (${said}; ${showAll} says more)`];
  }
  const lines = readSnapshotLines(options.snapshot);
  const places = changes.map((change) =>
    linesOfChange(change, lines).map((line) => annotation(change, options.file, line)),
  );
  const all: Annotation[] = [
    ...places.flatMap((each) => each.slice(0, 1)),
    ...[...(ignored.length > 0 ? [summarize(drift)] : []), ...notices].map((words) => ({
      type: "notice",
      properties: { title: "drift" },
      lines: [words],
    })),
  ];
  // Every change once; then their other places, as long as GitHub shows them.
  for (const other of places.flatMap((each) => each.slice(1)))
    if (all.filter(({ type }) => type === other.type).length < most) all.push(other);
  const types = new Map<string, number>();
  return all.map(({ type, properties, lines }) => {
    const number = (types.get(type) ?? 0) + 1;
    types.set(type, number);
    const more = number === most ? all.filter((other) => other.type === type).length - most : 0;
    const note = more > 0 ? [`and ${more} more, which GitHub does not show here: ${showAll}`] : [];
    return workflowCommand(type, properties, [...lines, ...note]);
  });
}

function annotation(change: Located, file: string, line: number): Annotation {
  const { id, level, message, sites, impact, undeclaredConstraints = [] } = change;
  return {
    type: commands[level],
    properties: { file, line: String(line), title: `${level}: ${kindLabel(change)}` },
    lines: [
      message,
      ...sites,
      impact,
      ...(undeclaredConstraints.length > 0 ? [`asks for more: ${undeclaredConstraints.join(", ")}`] : []),
      `id ${id}`,
    ],
  };
}
