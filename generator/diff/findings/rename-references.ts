import { asObject, isObject, type Json, type JsonObject, mapValues } from "../../document/json.ts";
import { decodePointerToken } from "../../document/json-pointer.ts";
import { componentRef } from "../../document/references.ts";
import type { SchemaMatch } from "./expand-schemas.ts";

/** Renames the component schemas that an object refers to, in `$ref` and in the mapping of a discriminator. */
export function renameReferences(value: JsonObject, match: SchemaMatch): JsonObject {
  const rename = (target: Json): Json => {
    const name = typeof target === "string" ? target.replace(/^#\/components\/schemas\//, "") : "";
    const newName = match.get(decodePointerToken(name));
    return newName === undefined ? target : componentRef("schemas", newName);
  };
  return mapValues(value, (child, key) => {
    if (key === "$ref") return rename(child);
    if (key !== "discriminator" || !isObject(child)) return child;
    return { ...child, ...(child.mapping !== undefined && { mapping: mapValues(asObject(child.mapping), rename) }) };
  });
}
