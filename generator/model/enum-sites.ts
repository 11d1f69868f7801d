import type { EnumValue, Operation, Site } from "../model.ts";
import { at } from "../spec/grammar.ts";
import { asArray, asObject, asString, compare, isArray, isObject, type Json, type JsonObject } from "../spec/json.ts";
import { labelKeywords } from "../spec/normalise/noise.ts";
import { resolve } from "../spec/references.ts";
import { raised } from "./names.ts";
import { effectiveParameters } from "./operations.ts";

/** One `enum` of the document that deserves a name: two or more values besides `null`, not in an error's body. */
export interface EnumSite {
  readonly site: Site;
  readonly pointer: string;
  /** What the name starts with: the component, or the operation with its first letter raised. */
  readonly owner: string;
  /** The names on the way to the enum, which make the rest of its name. */
  readonly segments: readonly string[];
  readonly description: string | undefined;
  readonly values: readonly EnumValue[];
  /** Labels by value; empty where the document has none. Blanks around a label are its author's slip. */
  readonly labels: ReadonlyMap<EnumValue, string>;
  /** Labels of values that the enum does not have. */
  readonly strayLabels: readonly string[];
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
  const responses = Object.entries(asObject(operation.responses))
    .filter(([status]) => /^[123]/.test(status))
    .map(([status, response]) => resolve(document, "response", asObject(response), at(pointer, "responses", status)));
  return {
    body: [...inContent(body.value, body.pointer, place("body", []))],
    parameters: parameters.flatMap(({ value, pointer: where }) => {
      const here = place(String(value.in), [String(value.name)]);
      return [...below(value.schema, at(where, "schema"), here), ...inContent(value, where, here)];
    }),
    responses: responses.flatMap(({ value, pointer: where }) => [...inContent(value, where, place("response", []))]),
  };
}

function* inContent(message: JsonObject, pointer: string, place: Place): Generator<EnumSite> {
  for (const [type, media] of Object.entries(asObject(message.content)))
    yield* below(asObject(media).schema, at(pointer, "content", type, "schema"), place);
}

/** Keywords whose schemas describe the same value, an item or a map value: they add no segment to a name. */
const transparent = [
  "additionalProperties",
  "allOf",
  "anyOf",
  "else",
  "items",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "then",
];

/** The enums at and below a schema. References lead to components, which are sites of their own. */
function* below(schema: Json | undefined, pointer: string, place: Place): Generator<EnumSite> {
  if (!isObject(schema)) return;
  if (schema.enum !== undefined) {
    const values = [...new Set(asArray(schema.enum).filter(isEnumValue))];
    const found = assign(readLabels(schema), values);
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
    if (isArray(child) || keyword === "patternProperties")
      for (const [key, item] of Object.entries(child ?? {})) yield* below(item, at(inner, key), place);
    else yield* below(child, inner, place);
  }
}

const isEnumValue = (value: Json): value is EnumValue => ["string", "number", "boolean"].includes(typeof value);

/** The labels of an enum by the text of their value, from the first label keyword that is there: a map, or a list beside `enum`. */
export function readLabels(schema: JsonObject): ReadonlyMap<string, string> {
  const keyword = labelKeywords.find((name) => isObject(schema[name]) || isArray(schema[name]));
  const source = keyword === undefined ? {} : schema[keyword];
  const all = asArray(schema.enum);
  const entries: [string, Json][] = isArray(source)
    ? source.map((label, index) => [index < all.length ? String(all[index]) : `#${index}`, label])
    : Object.entries(asObject(source));
  return new Map(entries.map(([key, label]) => [key, String(label ?? "").trim()]));
}

/** Gives each value its label. What is empty is none. */
function assign(
  texts: ReadonlyMap<string, string>,
  values: readonly EnumValue[],
): Pick<EnumSite, "labels" | "strayLabels"> {
  const known = new Set(values.map(String));
  return {
    labels: new Map(
      values.flatMap((value) => (texts.get(String(value)) ? [[value, texts.get(String(value)) ?? ""] as const] : [])),
    ),
    strayLabels: [...texts.keys()].filter((key) => !known.has(key) && key !== "null"),
  };
}
