import type { Finding } from "./finding.ts";
import { siteOf } from "./place.ts";
import { scope, shown } from "./words.ts";

/** What each kind of change is, said of its subject. `-added`, `-removed` and `-changed` need no entry of their own. */
const sentences: Readonly<Record<string, (finding: Finding, subject: string) => string>> = {
  "operation-added": ({ after }, subject) => `${subject} is new: ${String(after)}`,
  "operation-removed": ({ before }, subject) => `${subject} is gone: ${String(before)}`,
  "operation-id-changed": ({ before, after }, subject) =>
    `${subject} is called ${String(after)}, not ${String(before)}`,
  "schema-added": (_, subject) => `${subject} is new in what is selected`,
  "schema-removed": (_, subject) => `${subject} is no longer in what is selected`,
  "response-status-added": ({ after }) => `the answer ${String(after)} is new`,
  "response-status-removed": ({ before }) => `the answer ${String(before)} is gone`,
  "media-type-added": ({ after }, subject) => `${subject} may be ${String(after)} as well`,
  "media-type-removed": ({ before }, subject) => `${subject} is no longer ${String(before)}`,
  "enum-value-added": ({ value }, subject) => `${subject} has a new value, ${shown(value ?? null)}`,
  "enum-value-removed": ({ value }, subject) => `${subject} has lost the value ${shown(value ?? null)}`,
  "enum-label-added": ({ value, after }, subject) => `${subject} calls ${String(value)} ${shown(after)}`,
  "enum-label-removed": ({ value, before }, subject) => `${subject} no longer calls ${String(value)} ${shown(before)}`,
  "enum-label-changed": ({ value, before, after }, subject) =>
    `${subject} calls ${String(value)} ${shown(after)}, not ${shown(before)}`,
  "enum-member-renamed": ({ value, before, after }, subject) =>
    `the value ${String(value)} of ${subject} is the member ${String(after)}, not ${String(before)}`,
  "enum-renamed": ({ before, after }, subject) =>
    `the enum of ${subject} is exported as ${String(after)}, not as ${String(before)}`,
  "became-nullable": (_, subject) => `${subject} may be null`,
  "became-non-nullable": (_, subject) => `${subject} can no longer be null`,
  "type-changed": ({ before, after }, subject) => `${subject} is ${String(after)}, not ${String(before)}`,
  "scope-added": ({ after }) =>
    `the scope ${scope(after)} ${Array.isArray(after) ? "is needed as well" : "does as well"}`,
  "scope-removed": ({ before }) =>
    `the scope ${scope(before)} ${Array.isArray(before) ? "is no longer needed" : "no longer does"}`,
  "union-branch-added": ({ after }, subject) => `${subject} may be ${String(after)} as well`,
  "union-branch-removed": ({ before }, subject) => `${subject} can no longer be ${String(before)}`,
  "additionalProperties-added": (_, subject) => `${subject} may have properties that are not listed`,
  "additionalProperties-removed": (_, subject) => `${subject} has only the properties that are listed`,
  "other-changed": ({ before, after, pointer }, subject) =>
    `${subject} has changed in a way that no rule knows, at ${pointer}${
      before === null && after === null ? "" : `: ${shown(before)} is now ${shown(after)}`
    }`,
};

/** What has changed, in the document's words. */
export function describe(finding: Finding): string {
  const subject = subjectOf(finding);
  const own = sentences[finding.kind];
  if (own) return own(finding, subject);
  const [, what = "", change = ""] =
    /^(.*)-(added|removed|changed|became-required|became-optional)$/.exec(finding.kind) ?? [];
  const { before, after } = finding;
  if (["param", "property", "body"].includes(what)) {
    if (change === "added") return `${subject} is new`;
    return change === "removed" ? `${subject} is gone` : `${subject} is ${change.slice("became-".length)} now`;
  }
  const name = what.replaceAll("-", " ");
  if (change === "changed") return `${name} of ${subject}: ${shown(before)} is now ${shown(after)}`;
  const value = change === "added" ? after : before;
  return `${name} of ${subject} ${change === "added" ? "is new" : "is gone"}${value === null ? "" : `: ${shown(value)}`}`;
}

/** What a sentence is about: the name at the end of the way, or the whole. */
const subjectOf = ({ place }: Finding): string =>
  place.name === "" ? siteOf(place) : place.path.slice(Math.max(0, place.path.lastIndexOf(place.name)));
