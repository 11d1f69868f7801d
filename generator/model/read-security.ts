import { asArray, asObject, asString, canonicalJson, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { GeneratorError } from "../util/errors.ts";
import type { SecurityDefinition, SecurityRequirement } from "./model.ts";

/** The alternatives of what an operation asks for, each by the names of its schemes. Certificates are not the client's to show. */
export const readRequirement = (document: JsonObject, operation: JsonObject): SecurityRequirement =>
  asArray(operation.security ?? document.security)
    .map((alternative) => Object.keys(asObject(alternative)).filter((name) => typeOf(document, name) !== "mutualTLS"))
    .map((names) => [...names].sort());

/**
 * What callers have to show, for a document whose operations do not all ask for one and the same bearer token: that is
 * what a client is made for.
 */
export function readSecurity(
  document: JsonObject,
  requirements: readonly SecurityRequirement[],
): SecurityDefinition | undefined {
  const names = [...new Set(requirements.flat(2))].sort();
  const [only] = names;
  const always = requirements.every((each) => each.length > 0 && each.every((alternative) => alternative.length > 0));
  if (names.length === 1 && always && only !== undefined && isBearer(document, only)) return undefined;
  return {
    schemes: Object.fromEntries(names.map((name) => [name, readScheme(document, name)])),
    requirement: mostCommon(requirements),
    optional: !always,
  };
}

/** Which requirement most operations have; the first of those that have as many. */
function mostCommon(requirements: readonly SecurityRequirement[]): SecurityRequirement {
  const counts = new Map<string, number>();
  for (const each of requirements) counts.set(canonicalJson(each), (counts.get(canonicalJson(each)) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best ? (JSON.parse(best[0]) as SecurityRequirement) : [];
}

const schemeOf = (document: JsonObject, name: string): JsonObject =>
  asObject(asObject(asObject(document.components).securitySchemes)[name]);

const typeOf = (document: JsonObject, name: string): string | undefined => asString(schemeOf(document, name).type);

/** A scheme that the document does not define is taken for the most usual one. */
const isBearer = (document: JsonObject, name: string): boolean => {
  const { type, scheme } = readScheme(document, name);
  return type === "http" && scheme === "bearer";
};

function readScheme(document: JsonObject, name: string): Readonly<Record<string, string>> {
  const { type, scheme, in: where, name: key } = schemeOf(document, name);
  const pointer = jsonPointer("#/components/securitySchemes", name);
  if (type === "oauth2" || type === "openIdConnect") return { type };
  if (type !== "apiKey")
    return { type: "http", scheme: normalizeScheme(readHeaderToken(scheme ?? "bearer", pointer, "scheme")) };
  if (where !== "query" && where !== "header" && where !== "cookie")
    throw malformed(jsonPointer(pointer, "in"), "`in` has to be query, header or cookie");
  return { type, in: where, name: where === "header" ? readHeaderToken(key, pointer, "name") : String(key) };
}

/** Schemes of HTTP are the same in any case; the two that everyone knows have one. */
const normalizeScheme = (scheme: string): string => (/^(basic|bearer)$/i.test(scheme) ? scheme.toLowerCase() : scheme);

/** A word that headers are made of (RFC 9110). */
function readHeaderToken(value: unknown, pointer: string, field: string): string {
  if (typeof value !== "string" || !/^[\w!#$%&'*+.^`|~-]+$/.test(value))
    throw malformed(jsonPointer(pointer, field), `\`${field}\` has to be a word that a header can hold`);
  return value;
}

const malformed = (pointer: string, what: string): GeneratorError =>
  new GeneratorError("MALFORMED", pointer, what, "Correct the document");
