import type { Finding } from "./findings/finding.ts";
import { type ChangeType, forEachChangeType, type Kind, keywords } from "./findings/kind-names.ts";
import { formatChange, formatScopes, formatSite, formatValue } from "./findings/location.ts";

type Sentence = (finding: Finding, subject: string) => string;

const isNew: Sentence = (_, subject) => `${subject} is new`;
const isGone: Sentence = (_, subject) => `${subject} is gone`;
const isRequired: Sentence = (_, subject) => `${subject} is required now`;
const isOptional: Sentence = (_, subject) => `${subject} is optional now`;

/** What is said of a part of the subject, by what became of it. */
const part: Readonly<Record<ChangeType, (name: string) => Sentence>> = {
  added:
    (name) =>
    ({ after }, subject) =>
      `${name} of ${subject} is new${after === null ? "" : `: ${formatValue(after)}`}`,
  removed:
    (name) =>
    ({ before }, subject) =>
      `${name} of ${subject} is gone${before === null ? "" : `: ${formatValue(before)}`}`,
  changed:
    (name) =>
    ({ before, after }, subject) =>
      `${name} of ${subject}: ${formatChange(before, after)}`,
};

/** What each kind of change is, said of its subject. */
const sentences: Readonly<Record<Kind, Sentence>> = {
  "operation-added": ({ after }, subject) => `${subject} is new: ${String(after)}`,
  "operation-removed": ({ before }, subject) => `${subject} is gone: ${String(before)}`,
  "operation-id-changed": ({ before, after }, subject) =>
    `${subject} is called ${String(after)}, not ${String(before)}`,
  "schema-added": (_, subject) => `${subject} is new in what is selected`,
  "schema-removed": (_, subject) => `${subject} is no longer in what is selected`,
  "param-added": isNew,
  "param-removed": isGone,
  "param-became-required": isRequired,
  "param-became-optional": isOptional,
  "param-style-changed": part.changed("param style"),
  "property-added": isNew,
  "property-removed": isGone,
  "property-became-required": isRequired,
  "property-became-optional": isOptional,
  "body-added": isNew,
  "body-removed": isGone,
  "body-became-required": isRequired,
  "body-became-optional": isOptional,
  "summary-changed": part.changed("summary"),
  ...forEachChangeType(keywords, (name, turn) => part[turn](name)),
  "deprecated-added": part.added("deprecated"),
  "deprecated-removed": part.removed("deprecated"),
  "read-only-added": part.added("read only"),
  "read-only-removed": part.removed("read only"),
  "const-changed": part.changed("const"),
  "response-status-added": ({ after }) => `the answer ${String(after)} is new`,
  "response-status-removed": ({ before }) => `the answer ${String(before)} is gone`,
  "media-type-added": ({ after }, subject) => `${subject} may be ${String(after)} as well`,
  "media-type-removed": ({ before }, subject) => `${subject} is no longer ${String(before)}`,
  "enum-value-added": ({ value }, subject) => `${subject} has a new value, ${formatValue(value ?? null)}`,
  "enum-value-removed": ({ value }, subject) => `${subject} has lost the value ${formatValue(value ?? null)}`,
  "enum-label-added": ({ value, after }, subject) => `${subject} calls ${String(value)} ${formatValue(after)}`,
  "enum-label-removed": ({ value, before }, subject) =>
    `${subject} no longer calls ${String(value)} ${formatValue(before)}`,
  "enum-label-changed": ({ value, before, after }, subject) =>
    `${subject} calls ${String(value)} ${formatValue(after)}, not ${formatValue(before)}`,
  "enum-member-renamed": ({ value, before, after }, subject) =>
    `the value ${String(value)} of ${subject} is the member ${String(after)}, not ${String(before)}`,
  "enum-renamed": ({ before, after }, subject) =>
    `the enum of ${subject} is exported as ${String(after)}, not as ${String(before)}`,
  "became-nullable": (_, subject) => `${subject} may be null`,
  "became-non-nullable": (_, subject) => `${subject} can no longer be null`,
  "type-changed": ({ before, after }, subject) => `${subject} is ${String(after)}, not ${String(before)}`,
  "security-changed": part.changed("security"),
  "server-changed": part.changed("server"),
  "scope-added": ({ after }) =>
    `the scope ${formatScopes(after)} ${Array.isArray(after) ? "is needed as well" : "does as well"}`,
  "scope-removed": ({ before }) =>
    `the scope ${formatScopes(before)} ${Array.isArray(before) ? "is no longer needed" : "no longer does"}`,
  "union-branch-added": ({ after }, subject) => `${subject} may be ${String(after)} as well`,
  "union-branch-removed": ({ before }, subject) => `${subject} can no longer be ${String(before)}`,
  "additionalProperties-added": (_, subject) => `${subject} may have properties that are not listed`,
  "additionalProperties-removed": (_, subject) => `${subject} has only the properties that are listed`,
  "other-changed": ({ before, after, pointer }, subject) =>
    `${subject} has changed in a way that no rule knows, at ${pointer}: ${formatChange(before, after)}`,
};

/** What has changed, in the document's words. */
export const describe = (finding: Finding): string => sentences[finding.kind](finding, subjectOf(finding));

/** What a sentence is about: the name at the end of the way, or the whole. */
const subjectOf = ({ location }: Finding): string =>
  location.name === ""
    ? formatSite(location)
    : location.path.slice(Math.max(0, location.path.lastIndexOf(location.name)));
