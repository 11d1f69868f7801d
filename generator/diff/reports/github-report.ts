import type { Drift, Level, Located } from "../findings/change.ts";
import { workflowCommand } from "./escape.ts";
import type { Report, ReportOptions } from "./report.ts";
import { linesOfChange, readSnapshotLines } from "./snapshot-lines.ts";
import { formatKind, noDrift, showAll, summarize, undeclaredConstraintsLabel } from "./summarize.ts";

/** The report for GitHub Actions: annotations of the snapshot, which pull requests show among the changed files. */
export const githubReport: Report = {
  drift: (drift, options) => `${printDrift(drift, options).join("\n")}\n`,
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

/** GitHub shows 10 annotations per type and step: see "Limitations" in actions/toolkit, docs/problem-matchers.md. */
const maxAnnotations = 10;

interface Annotation {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

function printDrift(drift: Drift, options: ReportOptions): string[] {
  if (drift.changes.length === 0) return [printNoDrift(drift)];
  const annotations = listAnnotations(drift, options);
  const printed = new Map<string, number>();
  return annotations.map(({ type, properties, lines }) => {
    const index = (printed.get(type) ?? 0) + 1;
    printed.set(type, index);
    const hidden = annotations.filter((other) => other.type === type).length - maxAnnotations;
    const note =
      index === maxAnnotations && hidden > 0 ? [`and ${hidden} more that GitHub does not show; run ${showAll}`] : [];
    return workflowCommand(type, properties, [...lines, ...note]);
  });
}

function printNoDrift({ ignored, notices }: Drift): string {
  const omitted = [
    ...(ignored.length > 0 ? [`${ignored.length} ignored`] : []),
    ...(notices.length > 0 ? [`${notices.length} ${notices.length === 1 ? "notice" : "notices"}`] : []),
  ];
  return omitted.length === 0 ? noDrift : `${noDrift} (${omitted.join(", ")}; for details run ${showAll})`;
}

/** Every change once, then its other lines as long as GitHub shows them. */
function listAnnotations(drift: Drift, { file, snapshot }: ReportOptions): Annotation[] {
  const lines = readSnapshotLines(snapshot);
  const ofChanges = drift.changes.map((change) =>
    linesOfChange(change, lines).map((line) => annotate(change, file, line)),
  );
  const summaries = [...(drift.ignored.length > 0 ? [summarize(drift)] : []), ...drift.notices];
  const annotations: Annotation[] = [
    ...ofChanges.flatMap((each) => each.slice(0, 1)),
    ...summaries.map((text) => ({ type: "notice", properties: { title: "drift" }, lines: [text] })),
  ];
  for (const additional of ofChanges.flatMap((each) => each.slice(1)))
    if (annotations.filter(({ type }) => type === additional.type).length < maxAnnotations)
      annotations.push(additional);
  return annotations;
}

function annotate(change: Located, file: string, line: number): Annotation {
  const { id, level, message, sites, impact, undeclaredConstraints = [] } = change;
  return {
    type: commands[level],
    properties: { file, line: String(line), title: `${level}: ${formatKind(change)}` },
    lines: [
      message,
      ...sites,
      impact,
      ...(undeclaredConstraints.length > 0
        ? [`${undeclaredConstraintsLabel}: ${undeclaredConstraints.join(", ")}`]
        : []),
      `id ${id}`,
    ],
  };
}
