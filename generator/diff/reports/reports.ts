import { forPeople } from "./fold-labels.ts";
import { github } from "./github-report.ts";
import { html } from "./html-report.ts";
import { json } from "./json-report.ts";
import { markdown } from "./markdown-report.ts";
import type { Report } from "./report.ts";
import { text } from "./text-report.ts";

/** The formats of a report, by the name that `--format` takes. */
export const reports = {
  text: forPeople(text),
  markdown: forPeople(markdown),
  json,
  github: forPeople(github),
  html: forPeople(html),
} as const satisfies Readonly<Record<string, Report>>;
