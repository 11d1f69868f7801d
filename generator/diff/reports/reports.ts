import { withFoldedLabels } from "./fold-labels.ts";
import { githubReport } from "./github-report.ts";
import { htmlReport } from "./html-report.ts";
import { jsonReport } from "./json-report.ts";
import { markdownReport } from "./markdown-report.ts";
import type { Report } from "./report.ts";
import { textReport } from "./text-report.ts";

/** The reports by the name that `--format` accepts. */
export const reports = {
  text: withFoldedLabels(textReport),
  markdown: withFoldedLabels(markdownReport),
  json: jsonReport,
  github: withFoldedLabels(githubReport),
  html: withFoldedLabels(htmlReport),
} as const satisfies Readonly<Record<string, Report>>;
