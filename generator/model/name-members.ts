import { jsonPointer } from "../document/json-pointer.ts";
import { getOwn } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import type { FoundEnum } from "./collect-enums.ts";
import { pascalCase, startsIdentifier } from "./identifiers.ts";
import type { EnumValue, Member } from "./model.ts";

/** Names longer than this read badly; a pin is proposed. */
const maxComfortableLength = 40;

/** The wanted member names of one enum, by value. */
export type MemberNameOverrides = Readonly<Record<string, string>>;

/** Names that the config gives: enums by derived name, members by enum name and value. */
export interface NameOverrides {
  readonly enumNames: Readonly<Record<string, string>>;
  readonly enumMembers: Readonly<Record<string, MemberNameOverrides>>;
}

/** Names the values of an enum. What cannot be told apart is an error that says which pin to add. */
export function nameMembers(
  enumName: string,
  site: FoundEnum,
  pins: MemberNameOverrides,
): { members: Member[]; warnings: Warning[] } {
  const pinned = (value: EnumValue): string | undefined => getOwn(pins, String(value));
  const names = memberNamesOf(site, pinned);
  // Whoever uses a name that a pin takes would go on to compile, and send another value.
  const free = memberNamesOf(site, () => undefined);
  const shadowedIndex = site.values.findIndex(
    (value, index) => pinned(value) === undefined && site.values.some((other) => pinned(other) === free[index]),
  );
  if (shadowedIndex >= 0) throw collision(enumName, site, free[shadowedIndex] ?? "", site.values[shadowedIndex] ?? "");
  const clash = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (clash >= 0) throw collision(enumName, site, names[clash] ?? "", site.values[clash] ?? "");

  const members = site.values.map((value, index): Member => {
    const label = site.labels.get(value);
    return { name: names[index] ?? "", value, ...(label !== undefined && { label }) };
  });
  const long = members.filter(({ name, value }) => name.length > maxComfortableLength && pinned(value) === undefined);
  return { members, warnings: long.map(({ name, value }) => longNameWarning(enumName, site, name, value)) };
}

/** The names of an enum's values, in their order. */
function memberNamesOf(site: FoundEnum, pinned: (value: EnumValue) => string | undefined): string[] {
  const last = site.segments.at(-1) ?? site.owner;
  const derived = (value: EnumValue): string => memberName(value, site.labels.get(value), last);
  const given = site.values.map((value) => documentedMemberName(site.names.get(value)));
  // The document's own names are heard where they tell values apart.
  const first = site.values.map((value, index) => {
    const name = given[index];
    const usable = name !== undefined && given.indexOf(name) === given.lastIndexOf(name);
    return pinned(value) ?? (usable ? name : derived(value));
  });
  return site.values.map((value, index) => {
    const name = first[index] ?? "";
    const collides = first.filter((other) => other === name).length > 1;
    return collides && typeof value === "number" && pinned(value) === undefined ? name + numberName(value) : name;
  });
}

/** A name that the document has for a member: as it stands where it is in PascalCase, else brought into it. */
function documentedMemberName(name = ""): string | undefined {
  const pascal = /^\p{Lu}[\p{L}\p{N}]*$/u.test(name) && /\p{Ll}/u.test(name) ? name : pascalCase(labelHeadline(name));
  return startsIdentifier(pascal) ? pascal : undefined;
}

/**
 * The name of one value: strings by the value itself, numbers and booleans by what their label says before it explains.
 * A name that would be empty or start with a digit follows the last name on the path to the enum.
 */
export function memberName(value: EnumValue, label: string | undefined, last: string): string {
  const spoken = typeof value === "string" ? value : labelHeadline(label ?? "");
  const name = pascalCase(spoken);
  if (startsIdentifier(name)) return name;
  if (typeof value === "boolean" && name === "") return pascalCase(String(value));
  const rest = typeof value === "number" && name === "" ? numberName(value) : name;
  const prefixed = pascalCase(last) + rest;
  return startsIdentifier(prefixed) ? prefixed : `Value${prefixed}`;
}

/** A label up to where it starts to explain: "Draft - not yet active" says `Draft`. */
export const labelHeadline = (label: string): string => label.split(/[;,.(]| - |: /, 1)[0]?.trim() ?? "";

/** `-1` is `Minus1`, `1.5` is `1Point5`. */
const numberName = (value: number): string => pascalCase(String(value).replace("-", " Minus ").replace(".", " Point "));

const collision = (enumName: string, site: FoundEnum, name: string, value: EnumValue): GeneratorError =>
  new GeneratorError(
    "MEMBER_COLLISION",
    jsonPointer(site.pointer, "enum"),
    `two values of ${enumName} are both called ${name}`,
    `Name one of them in the config: ${overrideExample(enumName, value, `${name}2`)}`,
  );

const longNameWarning = (enumName: string, site: FoundEnum, name: string, value: EnumValue): Warning => ({
  code: "MEMBER_LONG",
  where: jsonPointer(site.pointer, "enum"),
  what: `${enumName}.${name} has ${name.length} characters; a shorter name can be given in the config: ${overrideExample(enumName, value, "…")}`,
});

const overrideExample = (enumName: string, value: EnumValue, name: string): string =>
  JSON.stringify({ enumMembers: { [enumName]: { [String(value)]: name } } });
