import { asArray, asObject, canonicalJson, type Json } from "../document/json.ts";
import type { Enum } from "./model.ts";

/** Gives an enum the names that callers know it by. */
export type RenameEnum = (found: Enum) => Enum;

/**
 * The names that a committed client has: pins may have been others when it was generated. An enum is known by a place
 * that it stands at, a member by its value; what the committed model does not know is left as it is.
 */
export function readCommittedNames(model: Json): RenameEnum {
  const byPlace = new Map<string, Record<"name" | "members", Json>>();
  for (const { name, members, sites } of asArray(asObject(model).enums).map(asObject))
    for (const site of asArray(sites))
      byPlace.set(canonicalJson(site), { name: name ?? null, members: members ?? null });
  return (found) => {
    const old = found.sites.map((site) => byPlace.get(canonicalJson({ ...site }))).find((each) => each !== undefined);
    if (typeof old?.name !== "string") return found;
    const names = new Map(asArray(old.members).map((each) => [asObject(each).value, asObject(each).name]));
    const members = found.members.map((member) => {
      const name = names.get(member.value);
      return typeof name === "string" ? { ...member, name } : member;
    });
    return { ...found, name: old.name, members };
  };
}
