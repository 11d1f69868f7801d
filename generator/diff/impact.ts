import type { JsonObject } from "../document/json.ts";
import { groupBy } from "../util/collections.ts";
import type { Finding } from "./findings/finding.ts";
import { forEachChangeType, type Kind, limitKeywords } from "./findings/kind-names.ts";
import { type CallerView, formatScopes, formatValue, toCallerView } from "./findings/location.ts";

type Say = (seen: CallerView) => string;

const nothing = "nothing to do";
/** What a caller's compiler says, or does not say. */
const stops = (who: string): string => `${who} stop compiling`;

const pin = (config: JsonObject): string => `a pin keeps the old name: ${JSON.stringify(config)}`;

const limit: Say = ({ level, where, sent }) => {
  if (!sent) return level === "risky" ? `${where} can hold what callers do not expect, at run time` : nothing;
  return level === "breaking"
    ? `values of ${where} that were accepted may be refused at run time; types are the same`
    : nothing;
};
/** Nothing is exported for what is about the whole API: it is in no doc comment. */
const text: Say = ({ exported }) => (exported === "" ? nothing : `doc comments of ${exported}; ${nothing}`);

const byDefault: Say = ({ where, after }) =>
  after === null
    ? `no default of ${where} is documented; ${nothing}`
    : `left out, ${where} is ${formatValue(after)}; ${nothing}`;

const label: Say = ({ names, value, after }) =>
  names
    ? `${names.enum}Labels ${after === null ? `says nothing of ${String(value)}` : `says ${formatValue(after)} for ${String(value)}`}; ${nothing}`
    : nothing;

/** What each kind of change does to code that calls the client. */
const consequences: Readonly<Record<Kind, Say>> = {
  "operation-added": ({ calls }) => `${calls} is new; ${nothing}`,
  "operation-removed": ({ calls }) => `${calls} is gone; ${stops("its callers")}`,
  "operation-id-changed": ({ before, after }) =>
    `${String(before)}() is ${String(after)}() now; ${stops("its callers")}`,
  "summary-changed": text,
  ...forEachChangeType(["description"], () => text),
  ...forEachChangeType(["default"], () => byDefault),
  ...forEachChangeType([...limitKeywords, "format", "pattern"], () => limit),
  "deprecated-added": ({ exported }) => `editors strike ${exported} through; it still works`,
  "deprecated-removed": () => nothing,
  "schema-added": ({ exported }) => `the type ${exported} is new; ${nothing}`,
  "schema-removed": ({ exported }) => `the type ${exported} is gone; ${stops("those who import it")}`,
  "param-added": ({ level, where, exported }) =>
    level === "breaking"
      ? `${where} has to be given; ${stops(`callers of ${exported}`)}`
      : `${where} may be given; ${nothing}`,
  "param-removed": ({ where }) => `${where} is gone; ${stops("callers that give it")}`,
  "param-became-required": ({ where }) => `${where} has to be given; ${stops("callers that leave it out")}`,
  "param-became-optional": ({ where }) => `${where} may be left out; ${nothing}`,
  "param-style-changed": ({ where }) =>
    `${where} is written in another way; regenerate the client, old ones send what is not understood at run time`,
  "property-added": ({ level, where }) =>
    level === "breaking"
      ? `${where} has to be given; ${stops("callers that send the body without it")}`
      : `${where} is new; ${nothing}`,
  "property-removed": ({ where, sent }) =>
    sent ? `${where} is gone; ${stops("callers that send it")}` : `${where} is gone; ${stops("callers that read it")}`,
  "property-became-required": ({ where, sent }) =>
    sent ? `${where} has to be given; ${stops("callers that leave it out")}` : `${where} is always there; ${nothing}`,
  "property-became-optional": ({ where, sent }) =>
    sent ? `${where} may be left out; ${nothing}` : `${where} may be undefined; ${stops("callers that count on it")}`,
  "body-added": ({ level, calls }) =>
    level === "breaking" ? `${calls} needs a body; ${stops("its callers")}` : `${calls} takes a body; ${nothing}`,
  "body-removed": ({ calls }) => `${calls} takes no body; ${stops("callers that give one")}`,
  "body-became-required": ({ calls }) => `${calls} needs a body; ${stops("callers that leave it out")}`,
  "body-became-optional": ({ calls }) => `${calls} may be called without a body; ${nothing}`,
  "type-changed": ({ where, sent, before, after }) => {
    // Both are `number` in TypeScript.
    const numbers = [before, after].every((type) => ["integer", "number"].includes(String(type)));
    if (numbers && String(after) === "integer")
      return sent ? `fractions in ${where} may be refused at run time; types are the same` : nothing;
    if (numbers) return sent ? nothing : `${where} can hold fractions, at run time; types are the same`;
    return `${where} has another type; ${stops(sent ? "callers that send the old one" : "callers that read the old one")}`;
  },
  "const-changed": ({ where, sent, before, after }) => {
    if (before === null)
      return `${where} is always ${formatValue(after)}; ${stops(`callers that ${sent ? "send" : "compare with"} another value`)}`;
    if (after === null)
      return `${where} need not be ${formatValue(before)}; ${sent ? nothing : stops("callers that count on it")}`;
    return `${where} has another value; ${stops(`callers that ${sent ? "send" : "compare with"} the old one`)}`;
  },
  "became-nullable": ({ where, sent }) =>
    sent ? `null may be given for ${where}; ${nothing}` : `${where} may be null; ${stops("callers that count on it")}`,
  "became-non-nullable": ({ where, sent }) =>
    sent ? `${where} cannot be null; ${stops("callers that send null")}` : `${where} is never null; ${nothing}`,
  "enum-value-added": ({ where, sent, names, value = null }) => {
    const member = names && `${names.enum} gains ${names.member ?? "a member"} = ${formatValue(value)}`;
    const more = member ?? `${where} may be ${formatValue(value)}`;
    if (sent) return `${more}; ${nothing}`;
    return `${more}; ${stops("exhaustive switches")}${member ? `; old clients label it Unknown (${String(value)})` : ""}`;
  },
  "enum-value-removed": ({ where, names, value = null }) =>
    names
      ? `${names.enum}.${names.member ?? formatValue(value)} is gone; ${stops("those who use it")}`
      : `${where} is never ${formatValue(value)}; ${stops("callers that send or compare it")}`,
  ...forEachChangeType(["enum-label"], () => label),
  "enum-member-renamed": ({ names, value, before, after }) =>
    `${names?.enum}.${String(before)} is ${String(after)} now; ${stops("those who use it")}; ${pin({ enumMembers: { [names?.enum ?? ""]: { [String(value)]: before } } })}`,
  "enum-renamed": ({ before, after }) =>
    `${String(before)} is exported as ${String(after)}; ${stops("those who import it")}; ${pin({ enumNames: { [String(after)]: before } })}`,
  "additionalProperties-added": ({ where }) => `${where} may have other properties; ${nothing}`,
  "additionalProperties-removed": ({ where, sent }) =>
    `${where} has listed properties only; ${stops(sent ? "callers that send others" : "callers that read others")}`,
  "read-only-added": ({ where, sent }) =>
    sent
      ? `${where} cannot be set; the API ignores or refuses it at run time; types are the same`
      : `${where} is marked as set by the server; ${nothing}`,
  "read-only-removed": ({ where }) => `${where} is no longer marked as set by the server; ${nothing}`,
  "response-status-added": ({ level, calls, after }) =>
    level === "risky"
      ? `one more kind of success, ${String(after)}, of ${calls}; ${stops("callers that take its data for the old kind")}; old clients say "unexpected"`
      : `${String(after)} is told apart by ${calls}; ${nothing}; old clients say "unexpected"`,
  "response-status-removed": ({ calls, before }) =>
    `${String(before)} is no longer told apart by ${calls}; ${stops("callers that ask for it")}; one that comes all the same is "unexpected"`,
  "media-type-added": ({ exported }) => `one more media type of ${exported}; ${nothing}`,
  "media-type-removed": ({ exported, sent }) =>
    `one media type less of ${exported}; ${stops(sent ? "callers that send it" : "callers that read it")}`,
  "union-branch-added": ({ where, sent, after }) =>
    sent
      ? `${where} may be ${String(after)}; ${nothing}`
      : `${where} may be ${String(after)}; ${stops("callers that go through all alternatives")}`,
  "union-branch-removed": ({ where, before, sent }) =>
    `${where} is never ${String(before)}; ${stops(sent ? "callers that send it" : "callers that look for it")}`,
  "security-changed": ({ calls, before, after }) =>
    `${calls} asks for ${String(after)}, not for ${String(before)}; what old clients show may be refused at run time`,
  "scope-added": ({ level, calls, after }) =>
    level === "breaking"
      ? `keys without ${formatScopes(after)} are refused by ${calls} at run time`
      : `keys with ${formatScopes(after)} can call ${calls}; ${nothing}`,
  "scope-removed": ({ level, calls, before }) =>
    level === "breaking"
      ? `keys that have only ${formatScopes(before)} are refused by ${calls} at run time`
      : `${calls} no longer needs ${formatScopes(before)}; ${nothing}`,
  "server-changed": () => "look at the address that the client asks; old clients go on asking the old one at run time",
  "other-changed": () => "look at the document: what it means is not known",
};

/** What a change is to a caller in TypeScript: the exported names, and whether it shows when compiling, running, or not. */
export function impact(group: readonly [Finding, ...Finding[]]): string {
  // One cause may be met in enums of several names: each of them has its own members and needs its own pin.
  const ofNames = groupBy(group, ({ names }) => names?.enum ?? "");
  return [...ofNames.values()].map((each) => consequences[each[0].kind](toCallerView(each))).join("; ");
}
