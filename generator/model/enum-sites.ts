import type { EnumValue, Operation, Site } from "../model.ts";
import { at } from "../spec/grammar.ts";
import { asArray, asObject, asString, compare, isArray, isObject, type Json, type JsonObject } from "../spec/json.ts";
import { resolve } from "../spec/references.ts";
import { type Called, readCalled } from "./labels.ts";
import { raised } from "./names.ts";
import { effectiveParameters } from "./operations.ts";

/** One `enum` of the document that deserves a name: two or more values besides `null`, not in an error's body. */
export interface EnumSite extends Called {
  readonly site: Site;
  readonly pointer: string;
  /** What the name starts with: the component, or the operation with its first letter raised. */
  readonly owner: string;
  /** The names on the way to the enum, which make the rest of its name. */
  readonly segments: readonly string[];
  readonly description: string | undefined;
  readonly values: readonly EnumValue[];
}

/** Where an enum was found and what its name is made of, before its values are read. */
type Place = Pick<EnumSite, "site" | "owner" | "segments">;

/**
 * Every enum site, in the order in which names are given: component schemas, request bodies, parameters, responses;
 * among these the fewest segments; then the shorter path, paths of one length in code-point order; then the method.
 * Whatever is still equal stands in one operation and goes by its own path.
 */
export function enumSites(document: JsonObject, operations: readonly Operation[]): readonly EnumSite[] {
  const schemas = asObject(asObject(document.components).schemas);
  const ofSchemas = Object.keys(schemas)
    .sort(compare)
    .map((name) => [
      ...below(schemas[name], at("#/components/schemas", name), {
        site: { in: "schema", of: name, path: "" },
        owner: name,
        segments: [],
      }),
    ]);
  const byPath = [...operations].sort(
    (a, b) => a.path.length - b.path.length || compare(a.path, b.path) || compare(a.method, b.method),
  );
  const places = byPath.map((operation) => operationSites(document, operation));
  return [
    ofSchemas,
    places.map(({ body }) => body),
    places.map(({ parameters }) => parameters),
    places.map(({ responses }) => responses),
  ].flatMap((group) => group.flat().sort((a, b) => a.segments.length - b.segments.length));
}

function operationSites(document: JsonObject, { name, path, method }: Operation) {
  const item = asObject(asObject(document.paths)[path]);
  const pointer = at("#/paths", path, method.toLowerCase());
  const operation = asObject(item[method.toLowerCase()]);
  const owner = raised(asString(operation.operationId) ?? name);
  const place = (where: string, segments: readonly string[]): Place => ({
    site: { in: where, of: name, path: "" },
    owner,
    segments,
  });

  const body = resolve(document, "requestBody", asObject(operation.requestBody), at(pointer, "requestBody"));
  const parameters = effectiveParameters(document, path, method.toLowerCase());
  const all = Object.entries(asObject(operation.responses));
  // `default` is what an error looks like, unless it is all that is said of a success.
  const isAnswer = all.some(([status]) => /^2/.test(status)) ? /^[123]/ : /^([123]|default$)/;
  const responses = all
    .filter(([status]) => isAnswer.test(status))
    .map(([status, response]) => resolve(document, "response", asObject(response), at(pointer, "responses", status)));
  return {
    body: [...inContent(body.value, body.pointer, place("body", []))],
    parameters: parameters.flatMap(({ value, pointer: where }) => {
      return [...inValue(value, where, place(String(value.in), [String(value.name)]))];
    }),
    responses: responses.flatMap(({ value, pointer: where }) => [
      ...inContent(value, where, place("response", [])),
      ...Object.entries(asObject(value.headers)).flatMap(([name, header]) => {
        const found = resolve(document, "header", asObject(header), at(where, "headers", name));
        return [...inValue(found.value, found.pointer, place("response header", [name]))];
      }),
    ]),
  };
}

/** The enums of a parameter or a header. */
function* inValue(value: JsonObject, pointer: string, place: Place): Generator<EnumSite> {
  yield* below(value.schema, at(pointer, "schema"), place);
  yield* inContent(value, pointer, place);
}

function* inContent(message: JsonObject, pointer: string, place: Place): Generator<EnumSite> {
  for (const [type, media] of Object.entries(asObject(message.content)))
    yield* below(asObject(media).schema, at(pointer, "content", type, "schema"), place);
}

/** Keywords whose schemas describe the same value, an item, or a map's keys or values: they add no segment to a name. */
const transparent = [
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
const maps: readonly string[] = ["dependentSchemas", "patternProperties"];

/** The enums at and below a schema. References lead to components, which are sites of their own. */
function* below(schema: Json | undefined, pointer: string, place: Place): Generator<EnumSite> {
  if (!isObject(schema)) return;
  if (schema.enum !== undefined) {
    const values = [...new Set(asArray(schema.enum).filter(isEnumValue))];
    const found = readCalled(schema, values);
    if (values.length > 1 && (found.labels.size > 0 || values.some((value) => typeof value !== "boolean"))) {
      const site = { ...place.site, path: place.segments.join(".") };
      yield { ...place, site, pointer, description: asString(schema.description), values, ...found };
    }
  }
  for (const [name, property] of Object.entries(asObject(schema.properties)).sort(([a], [b]) => compare(a, b)))
    yield* below(property, at(pointer, "properties", name), { ...place, segments: [...place.segments, name] });
  for (const keyword of transparent) {
    const child = schema[keyword];
    if (child === undefined) continue;
    const inner = at(pointer, keyword);
    if (isArray(child) || maps.includes(keyword))
      for (const [key, item] of Object.entries(child ?? {})) yield* below(item, at(inner, key), place);
    else yield* below(child, inner, place);
  }
}

const isEnumValue = (value: Json): value is EnumValue => ["string", "number", "boolean"].includes(typeof value);
