import { isArray, isObject, type Json, type JsonObject } from "./json.ts";

/**
 * The shape of an OpenAPI 3.1 document: which key of which object holds which kind of object. `["schema"]` means a
 * list or a map of schemas; `"*"` means every key. What is not listed (`default`, `enum`, `example`, extensions) is
 * data: it is carried along and never looked into.
 *
 * Every pass walks by this table, so a property that is called `items`, `example` or `$ref` is always a property.
 * A new OpenAPI keyword that holds schemas is one more entry here.
 */
const grammar = {
  document: {
    components: "components",
    externalDocs: "externalDocs",
    info: "info",
    paths: ["pathItem"],
    servers: ["server"],
    tags: ["tag"],
  },
  info: {},
  server: { variables: ["serverVariable"] },
  serverVariable: {},
  tag: { externalDocs: "externalDocs" },
  externalDocs: {},
  components: {
    callbacks: ["callback"],
    headers: ["header"],
    links: ["link"],
    parameters: ["parameter"],
    pathItems: ["pathItem"],
    requestBodies: ["requestBody"],
    responses: ["response"],
    schemas: ["schema"],
    securitySchemes: ["securityScheme"],
  },
  pathItem: {
    delete: "operation",
    get: "operation",
    head: "operation",
    options: "operation",
    patch: "operation",
    post: "operation",
    put: "operation",
    trace: "operation",
    parameters: ["parameter"],
    servers: ["server"],
  },
  operation: {
    callbacks: ["callback"],
    externalDocs: "externalDocs",
    parameters: ["parameter"],
    requestBody: "requestBody",
    responses: ["response"],
    servers: ["server"],
  },
  callback: { "*": "pathItem" },
  parameter: { content: ["mediaType"], schema: "schema" },
  header: { content: ["mediaType"], schema: "schema" },
  requestBody: { content: ["mediaType"] },
  response: { content: ["mediaType"], headers: ["header"], links: ["link"] },
  mediaType: { encoding: ["encoding"], schema: "schema" },
  encoding: { headers: ["header"] },
  link: { server: "server" },
  securityScheme: { flows: "oauthFlows" },
  oauthFlows: { "*": "oauthFlow" },
  oauthFlow: {},
  discriminator: {},
  xml: {},
  schema: {
    $defs: ["schema"],
    additionalProperties: "schema",
    allOf: ["schema"],
    anyOf: ["schema"],
    contains: "schema",
    contentSchema: "schema",
    dependentSchemas: ["schema"],
    discriminator: "discriminator",
    else: "schema",
    externalDocs: "externalDocs",
    if: "schema",
    items: "schema",
    not: "schema",
    oneOf: ["schema"],
    patternProperties: ["schema"],
    prefixItems: ["schema"],
    properties: ["schema"],
    propertyNames: "schema",
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; the table is never awaited.
    then: "schema",
    unevaluatedItems: "schema",
    unevaluatedProperties: "schema",
    xml: "xml",
  },
} as const;

export type Kind = keyof typeof grammar;

/** The methods of a path item, in the order of the OpenAPI specification's own table turned to code points. */
export const methods = ["delete", "get", "head", "options", "patch", "post", "put", "trace"] as const;

/** One object of the document: what it is, and where it stands. */
export interface Node {
  readonly kind: Kind;
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A step further along a JSON pointer (RFC 6901), in its URI fragment form. */
export const at = (pointer: string, ...keys: (string | number)[]): string =>
  [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** Which kind stands under `key` of an object of this kind; whether it is one object or a collection of them. */
function rule(kind: Kind, key: string): { kind: Kind; many: boolean } | undefined {
  const keys: { readonly [key: string]: Kind | readonly [Kind] } = grammar[kind];
  const found = Object.hasOwn(keys, key) ? keys[key] : isExtension(key) ? undefined : keys["*"];
  if (found === undefined) return undefined;
  return typeof found === "string" ? { kind: found, many: false } : { kind: found[0], many: true };
}

/** Specification extensions start so, wherever the keys are OpenAPI's own. */
export const isExtension = (key: string): boolean => key.startsWith("x-");

/** The two maps that OpenAPI lets hold extensions beside their entries; in all others a key `x-y` is a name. */
const mixed: readonly string[] = ["document paths", "operation responses"];

/** The entries of a collection that are of its kind. */
const members = (kind: Kind, key: string, collection: JsonObject | readonly Json[]): [string, Json][] =>
  Object.entries(collection).filter(([name]) => !(mixed.includes(`${kind} ${key}`) && isExtension(name)));

/** Everything the grammar expects to be an object below `value`, object or not: for the gate. */
export function* children(
  kind: Kind,
  value: JsonObject,
  pointer: string,
): Generator<{ kind: Kind; value: Json; pointer: string }> {
  for (const [key, child] of Object.entries(value)) {
    const found = rule(kind, key);
    if (!found) continue;
    if (!found.many) yield { kind: found.kind, value: child, pointer: at(pointer, key) };
    else if (isArray(child) || isObject(child))
      for (const [name, item] of members(kind, key, child))
        yield { kind: found.kind, value: item, pointer: at(pointer, key, name) };
    else yield { kind: found.kind, value: child, pointer: at(pointer, key) };
  }
}

/** Every object at or below this one, parents first. References are not followed. */
export function* nodes(kind: Kind, value: JsonObject, pointer = "#"): Generator<Node> {
  yield { kind, value, pointer };
  for (const child of children(kind, value, pointer))
    if (isObject(child.value)) yield* nodes(child.kind, child.value, child.pointer);
}

/** Gives back what an object becomes; `undefined` takes it out of the collection or the field it stands in. */
export type Edit = (value: JsonObject, kind: Kind, pointer: string) => JsonObject | undefined;

/** Rebuilds the document, children first, with every object passed through `edit`. */
export function transform(kind: Kind, value: JsonObject, edit: Edit, pointer = "#"): JsonObject | undefined {
  const entries = Object.entries(value).map(([key, child]): [string, Json | undefined] => {
    const found = rule(kind, key);
    if (!found) return [key, child];
    if (!found.many) return [key, one(found.kind, child, edit, at(pointer, key))];
    const inner = at(pointer, key);
    if (isArray(child))
      return [key, child.map((item, index) => one(found.kind, item, edit, at(inner, index))).filter(isDefined)];
    if (!isObject(child)) return [key, child];
    return [
      key,
      fromEntries(Object.entries(child).map(([name, item]) => [name, one(found.kind, item, edit, at(inner, name))])),
    ];
  });
  return edit(fromEntries(entries), kind, pointer);
}

const one = (kind: Kind, value: Json, edit: Edit, pointer: string): Json | undefined =>
  isObject(value) ? transform(kind, value, edit, pointer) : value;

const isDefined = (value: Json | undefined): value is Json => value !== undefined;

const fromEntries = (entries: [string, Json | undefined][]): JsonObject =>
  Object.fromEntries(entries.filter((entry): entry is [string, Json] => isDefined(entry[1])));
