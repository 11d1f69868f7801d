import { forPeople } from "./fold.ts";
import { github } from "./github.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Report } from "./report.ts";
import { text } from "./text.ts";

/** The formats of a report, by the name that `--format` takes. */
export const reports = {
  text: forPeople(text),
  markdown: forPeople(markdown),
  json,
  github: forPeople(github),
  html: forPeople(html),
} as const satisfies Readonly<Record<string, Report>>;
