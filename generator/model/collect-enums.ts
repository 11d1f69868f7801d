import {
  asArray,
  asObject,
  asString,
  compareCodePoints,
  isArray,
  isObject,
  type Json,
  type JsonObject,
} from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { resolveReference } from "../document/references.ts";
import { capitalizeFirst } from "./identifiers.ts";
import type { EnumSite, EnumValue, Operation } from "./model.ts";
import { type EnumNames, readEnumNames } from "./read-enum-names.ts";
import { effectiveParameters } from "./read-operations.ts";

/** One `enum` of the document that deserves a name: two or more values besides `null`, not in an error's body. */
export interface FoundEnum extends EnumNames {
  readonly site: EnumSite;
  readonly pointer: string;
  /** What the name starts with: the component, or the operation with its first letter raised. */
  readonly owner: string;
  /** The names on the way to the enum, which make the rest of its name. */
  readonly segments: readonly string[];
  readonly description: string | undefined;
  readonly values: readonly EnumValue[];
}

/** Where an enum was found and what its name is made of, before its values are read. */
type EnumPlace = Pick<FoundEnum, "site" | "owner" | "segments">;

/**
 * Every enum site, in the order in which names are given: component schemas, request bodies, parameters, responses;
 * among these the fewest segments; then the shorter path, paths of one length in code-point order; then the method.
 * Whatever is still equal stands in one operation and goes by its own path.
 */
export function collectEnums(document: JsonObject, operations: readonly Operation[]): readonly FoundEnum[] {
  const schemas = asObject(asObject(document.components).schemas);
  const ofSchemas = Object.keys(schemas)
    .sort(compareCodePoints)
    .map((name) => [
      ...enumsBelow(schemas[name], jsonPointer("#/components/schemas", name), {
        site: { in: "schema", of: name, path: "" },
        owner: name,
        segments: [],
      }),
    ]);
  const byPath = [...operations].sort(
    (a, b) =>
      a.path.length - b.path.length || compareCodePoints(a.path, b.path) || compareCodePoints(a.method, b.method),
  );
  const places = byPath.map((operation) => operationEnums(document, operation));
  return [
    ofSchemas,
    places.map(({ body }) => body),
    places.map(({ parameters }) => parameters),
    places.map(({ responses }) => responses),
  ].flatMap((group) => group.flat().sort((a, b) => a.segments.length - b.segments.length));
}

function operationEnums(document: JsonObject, { name, path, method }: Operation) {
  const item = asObject(asObject(document.paths)[path]);
  const pointer = jsonPointer("#/paths", path, method.toLowerCase());
  const operation = asObject(item[method.toLowerCase()]);
  const owner = capitalizeFirst(asString(operation.operationId) ?? name);
  const place = (where: string, segments: readonly string[]): EnumPlace => ({
    site: { in: where, of: name, path: "" },
    owner,
    segments,
  });

  const body = resolveReference(
    document,
    "requestBody",
    asObject(operation.requestBody),
    jsonPointer(pointer, "requestBody"),
  );
  const parameters = effectiveParameters(document, path, method.toLowerCase());
  const all = Object.entries(asObject(operation.responses));
  // `default` is what an error looks like, unless it is all that is said of a success.
  const isAnswer = all.some(([status]) => /^2/.test(status)) ? /^[123]/ : /^([123]|default$)/;
  const responses = all
    .filter(([status]) => isAnswer.test(status))
    .map(([status, response]) =>
      resolveReference(document, "response", asObject(response), jsonPointer(pointer, "responses", status)),
    );
  return {
    body: [...enumsInContent(body.value, body.pointer, place("body", []))],
    parameters: parameters.flatMap(({ value, pointer: where }) => {
      return [...enumsInValue(value, where, place(String(value.in), [String(value.name)]))];
    }),
    responses: responses.flatMap(({ value, pointer: where }) => [
      ...enumsInContent(value, where, place("response", [])),
      ...Object.entries(asObject(value.headers)).flatMap(([name, header]) => {
        const found = resolveReference(document, "header", asObject(header), jsonPointer(where, "headers", name));
        return [...enumsInValue(found.value, found.pointer, place("response header", [name]))];
      }),
    ]),
  };
}

/** The enums of a parameter or a header. */
function* enumsInValue(value: JsonObject, pointer: string, place: EnumPlace): Generator<FoundEnum> {
  yield* enumsBelow(value.schema, jsonPointer(pointer, "schema"), place);
  yield* enumsInContent(value, pointer, place);
}

function* enumsInContent(message: JsonObject, pointer: string, place: EnumPlace): Generator<FoundEnum> {
  for (const [type, media] of Object.entries(asObject(message.content)))
    yield* enumsBelow(asObject(media).schema, jsonPointer(pointer, "content", type, "schema"), place);
}

/** Keywords whose schemas describe the same value, an item, or a map's keys or values: they add no segment to a name. */
const transparentKeywords = [
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "dependentSchemas",
  "else",
  "items",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Of these, the ones that hold schemas by name. */
const mapKeywords: readonly string[] = ["dependentSchemas", "patternProperties"];

/** The enums at and below a schema. References lead to components, which are sites of their own. */
function* enumsBelow(schema: Json | undefined, pointer: string, place: EnumPlace): Generator<FoundEnum> {
  if (!isObject(schema)) return;
  if (schema.enum !== undefined) {
    const values = [...new Set(asArray(schema.enum).filter(isEnumValue))];
    const found = readEnumNames(schema, values);
    if (values.length > 1 && (found.labels.size > 0 || values.some((value) => typeof value !== "boolean"))) {
      const site = { ...place.site, path: place.segments.join(".") };
      yield { ...place, site, pointer, description: asString(schema.description), values, ...found };
    }
  }
  for (const [name, property] of Object.entries(asObject(schema.properties)).sort(([a], [b]) =>
    compareCodePoints(a, b),
  ))
    yield* enumsBelow(property, jsonPointer(pointer, "properties", name), {
      ...place,
      segments: [...place.segments, name],
    });
  for (const keyword of transparentKeywords) {
    const child = schema[keyword];
    if (child === undefined) continue;
    const inner = jsonPointer(pointer, keyword);
    if (isArray(child) || mapKeywords.includes(keyword))
      for (const [key, item] of Object.entries(child ?? {})) yield* enumsBelow(item, jsonPointer(inner, key), place);
    else yield* enumsBelow(child, inner, place);
  }
}

const isEnumValue = (value: Json): value is EnumValue => ["string", "number", "boolean"].includes(typeof value);
