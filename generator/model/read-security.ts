import { canonicalJson } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument, OperationObject, SecuritySchemeObject } from "../document/openapi-types.ts";
import { getOwn } from "../util/collections.ts";
import { GeneratorError } from "../util/errors.ts";
import type { SecurityDefinition, SecurityRequirement } from "./model.ts";

/** Reads the security requirement of an operation. Mutual TLS is omitted, since `fetch` handles it, not the client. */
export const readRequirement = (document: OpenApiDocument, { security }: OperationObject): SecurityRequirement =>
  (security ?? document.security ?? [])
    .map((alternative) => Object.keys(alternative).filter((name) => schemeOf(document, name).type !== "mutualTLS"))
    .map((names) => [...names].sort());

/**
 * Reads the security of the document. Undefined if all operations require the same bearer token, which is the client's
 * default.
 */
export function readSecurity(
  document: OpenApiDocument,
  requirements: readonly SecurityRequirement[],
): SecurityDefinition | undefined {
  const names = [...new Set(requirements.flat(2))].sort();
  const [only] = names;
  const isRequired = requirements.every(
    (each) => each.length > 0 && each.every((alternative) => alternative.length > 0),
  );
  if (names.length === 1 && isRequired && only !== undefined && isBearer(document, only)) return undefined;
  return {
    schemes: Object.fromEntries(names.map((name) => [name, readScheme(document, name)])),
    requirement: mostCommon(requirements),
    optional: !isRequired,
  };
}

/** Returns the most frequent requirement: the first one, if several are equally frequent. */
function mostCommon(requirements: readonly SecurityRequirement[]): SecurityRequirement {
  const counts = new Map<string, number>();
  for (const each of requirements) counts.set(canonicalJson(each), (counts.get(canonicalJson(each)) ?? 0) + 1);
  const [mostFrequent] = [...counts].sort(([, a], [, b]) => b - a);
  return mostFrequent ? (JSON.parse(mostFrequent[0]) as SecurityRequirement) : [];
}

/** Returns a security scheme. A missing one is an empty object, which is read as a bearer token. */
const schemeOf = ({ components }: OpenApiDocument, name: string): SecuritySchemeObject =>
  getOwn(components?.securitySchemes ?? {}, name) ?? {};

const isBearer = (document: OpenApiDocument, name: string): boolean => {
  const { type, scheme } = readScheme(document, name);
  return type === "http" && scheme === "bearer";
};

function readScheme(document: OpenApiDocument, name: string): Readonly<Record<string, string>> {
  const { type, scheme = "bearer", in: location, name: key } = schemeOf(document, name);
  const pointer = jsonPointer("#/components/securitySchemes", name);
  if (type === "oauth2" || type === "openIdConnect") return { type };
  if (type !== "apiKey") return { type: "http", scheme: normalizeScheme(readHeaderToken(scheme, pointer, "scheme")) };
  if (location !== "query" && location !== "header" && location !== "cookie")
    throw malformed(jsonPointer(pointer, "in"), "`in` must be query, header or cookie");
  return { type, in: location, name: location === "header" ? readHeaderToken(key, pointer, "name") : String(key) };
}

/** HTTP authentication schemes are case-insensitive (RFC 9110, section 11.1). The client compares these two. */
const normalizeScheme = (scheme: string): string => (/^(basic|bearer)$/i.test(scheme) ? scheme.toLowerCase() : scheme);

/** Returns a value that must be a token, as defined by RFC 9110, section 5.6.2. */
function readHeaderToken(value: unknown, pointer: string, field: string): string {
  if (typeof value !== "string" || !/^[\w!#$%&'*+.^`|~-]+$/.test(value))
    throw malformed(jsonPointer(pointer, field), `\`${field}\` must be a token as defined by RFC 9110`);
  return value;
}

const malformed = (pointer: string, what: string): GeneratorError =>
  new GeneratorError("MALFORMED", pointer, what, "Correct the document");
