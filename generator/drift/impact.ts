import { groupBy } from "../lists.ts";
import type { Finding } from "./finding.ts";
import { listed, scope, shown } from "./words.ts";

/** A finding as a caller sees it: the names it goes by in the client. */
interface Seen extends Finding {
  /** Where callers meet it: "`query.status` of listAccount". */
  readonly where: string;
  /** The exported functions or types. */
  readonly exported: string;
  /** The functions, as they are called: "getAccount()". */
  readonly calls: string;
  readonly sent: boolean;
}

type Say = (seen: Seen) => string;

const nothing = "nothing to do";
/** What a caller's compiler says, or does not say. */
const stops = (who: string): string => `${who} stop compiling`;

const limit: Say = ({ level, where, sent }) => {
  if (!sent) return level === "risky" ? `${where} can hold what callers do not expect, at run time` : nothing;
  return level === "breaking"
    ? `values of ${where} that were accepted may be refused at run time; types are the same`
    : nothing;
};
/** Nothing is exported for what is about the whole API: it is in no doc comment. */
const text: Say = ({ exported }) => (exported === "" ? nothing : `doc comments of ${exported}; ${nothing}`);

/** What each kind of change does to code that calls the client. Keys without a suffix stand for all of their kinds. */
const consequences: Readonly<Record<string, Say>> = {
  "operation-added": ({ calls }) => `${calls} is new; ${nothing}`,
  "operation-removed": ({ calls }) => `${calls} is gone; ${stops("its callers")}`,
  "operation-id-changed": ({ before, after }) =>
    `${String(before)}() is ${String(after)}() now; ${stops("its callers")}`,
  summary: text,
  description: text,
  default: ({ where, after }) =>
    after === null
      ? `no default of ${where} is documented; ${nothing}`
      : `left out, ${where} is ${shown(after)}; ${nothing}`,
  deprecated: ({ exported, kind }) =>
    kind === "deprecated-added" ? `editors strike ${exported} through; it still works` : nothing,
  "schema-added": ({ exported }) => `the type ${exported} is new; ${nothing}`,
  "schema-removed": ({ exported }) => `the type ${exported} is gone; ${stops("those who import it")}`,
  "param-added": ({ level, where, exported }) =>
    level === "breaking"
      ? `${where} has to be given; ${stops(`callers of ${exported}`)}`
      : `${where} may be given; ${nothing}`,
  "param-removed": ({ where }) => `${where} is gone; ${stops("callers that give it")}`,
  "param-became-required": ({ where }) => `${where} has to be given; ${stops("callers that leave it out")}`,
  "param-became-optional": ({ where }) => `${where} may be left out; ${nothing}`,
  "param-style": ({ where }) =>
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
  type: ({ where, sent, before, after }) => {
    // Both are `number` in TypeScript.
    const numbers = [before, after].every((type) => ["integer", "number"].includes(String(type)));
    if (numbers && String(after) === "integer")
      return sent ? `fractions in ${where} may be refused at run time; types are the same` : nothing;
    if (numbers) return sent ? nothing : `${where} can hold fractions, at run time; types are the same`;
    return `${where} has another type; ${stops(sent ? "callers that send the old one" : "callers that read the old one")}`;
  },
  const: ({ where, sent }) =>
    `${where} has another value; ${stops(sent ? "callers that send the old one" : "callers that compare with the old one")}`,
  "became-nullable": ({ where, sent }) =>
    sent ? `null may be given for ${where}; ${nothing}` : `${where} may be null; ${stops("callers that count on it")}`,
  "became-non-nullable": ({ where, sent }) =>
    sent ? `${where} cannot be null; ${stops("callers that send null")}` : `${where} is never null; ${nothing}`,
  "enum-value-added": ({ where, sent, names, value = null }) => {
    if (!names)
      return sent
        ? `${where} may be ${shown(value)}; ${nothing}`
        : `${where} may be ${shown(value)}; exhaustive switches stop compiling`;
    const gains = `${names.enum} gains ${names.member ?? "a member"} = ${shown(value)}`;
    return sent
      ? `${gains}; ${nothing}`
      : `${gains}; exhaustive switches stop compiling; old clients label it Unknown (${String(value)})`;
  },
  "enum-value-removed": ({ where, names, value = null }) =>
    names
      ? `${names.enum}.${names.member ?? shown(value)} is gone; ${stops("those who use it")}`
      : `${where} is never ${shown(value)}; ${stops("callers that send or compare it")}`,
  "enum-label": ({ names, value, after }) =>
    names
      ? `${names.enum}Labels ${after === null ? `says nothing of ${String(value)}` : `says ${shown(after)} for ${String(value)}`}; ${nothing}`
      : nothing,
  "enum-member-renamed": ({ names, value, before, after }) =>
    `${names?.enum}.${String(before)} is ${String(after)} now; ${stops("those who use it")}; a pin keeps the old name: ${JSON.stringify(
      { enumMembers: { [names?.enum ?? ""]: { [String(value)]: before } } },
    )}`,
  "enum-renamed": ({ before, after }) =>
    `${String(before)} is exported as ${String(after)}; ${stops("those who import it")}; a pin keeps the old name: ${JSON.stringify(
      { enumNames: { [String(after)]: before } },
    )}`,
  format: limit,
  pattern: limit,
  minimum: limit,
  maximum: limit,
  minLength: limit,
  maxLength: limit,
  minItems: limit,
  maxItems: limit,
  uniqueItems: limit,
  multipleOf: limit,
  "additionalProperties-added": ({ where }) => `${where} may have other properties; ${nothing}`,
  "additionalProperties-removed": ({ where, sent }) =>
    `${where} has listed properties only; ${stops(sent ? "callers that send others" : "callers that read others")}`,
  "read-only": ({ where, sent, kind }) =>
    kind === "read-only-added"
      ? sent
        ? `${where} cannot be set; the API ignores or refuses it at run time; types are the same`
        : `${where} is marked as set by the server; ${nothing}`
      : `${where} is no longer marked as set by the server; ${nothing}`,
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
  security: ({ calls, before, after }) =>
    `${calls} asks for ${String(after)}, not for ${String(before)}; what old clients show may be refused at run time`,
  "scope-added": ({ level, calls, after }) =>
    level === "breaking"
      ? `keys without ${scope(after)} are refused by ${calls} at run time`
      : `keys with ${scope(after)} can call ${calls}; ${nothing}`,
  "scope-removed": ({ level, calls, before }) =>
    level === "breaking"
      ? `keys that have only ${scope(before)} are refused by ${calls} at run time`
      : `${calls} no longer needs ${scope(before)}; ${nothing}`,
  server: () => "look at the address that the client asks; old clients go on asking the old one at run time",
  other: () => "look at the document: what it means is not known",
};

/** What a change is to a caller in TypeScript: the exported names, and whether it shows when compiling, running, or not. */
export function impact(group: readonly [Finding, ...Finding[]]): string {
  // One cause may be met in enums of several names: each of them has its own members and needs its own pin.
  const ofNames = groupBy(group, ({ names }) => names?.enum ?? "");
  return [...ofNames.values()].map(said).join("; ");
}

function said(group: readonly [Finding, ...Finding[]]): string {
  const [first] = group;
  const say = consequences[first.kind] ?? consequences[first.kind.replace(/-(added|removed|changed)$/, "")];
  return (say ?? consequences.other ?? (() => ""))({
    ...first,
    where: met(group),
    exported: listed(group.map(({ place }) => place.exported)),
    calls: listed(group.map(({ place }) => `${place.exported}()`)),
    sent: first.place.direction !== "response",
  });
}

/** `Account.status`, or `query.status of listAccount and patchAccount`: one way in, all who have it. */
function met(group: readonly Finding[]): string {
  const inside = groupBy(group, ({ place }) => `${place.owner.startsWith("schema ")} ${place.inside}`);
  return listed(
    [...inside.values()].map((each) => {
      const [{ place }] = each;
      const exported = each.map((finding) => finding.place.exported);
      if (place.owner.startsWith("schema "))
        return listed(place.inside === "" ? exported : exported.map((name) => `${name}.${place.inside}`));
      return place.inside === "" ? listed(exported) : `${place.inside} of ${listed(exported)}`;
    }),
  );
}
