import { GeneratorError } from "../util/errors.ts";
import { asObject, isArray, isObject, type Json, type JsonObject, mapValues } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { documentLimits } from "./limits.ts";

/**
 * The shape of an OpenAPI 3.1 document: which key of which object holds which kind of object. `["schema"]` means a
 * list or a map of schemas; `"*"` means every key. What is not listed (`default`, `enum`, `example`, extensions) is
 * data: it is carried along and never looked into.
 *
 * Every pass walks by this table, so a property that is called `items`, `example` or `$ref` is always a property.
 * A new OpenAPI keyword that holds schemas is one more entry here. The file is as long as the specification has kinds of
 * objects: it is read as one table.
 */
const objectModel = {
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

export type ObjectType = keyof typeof objectModel;

/** The methods of a path item, in the order of the OpenAPI specification's own table turned to code points. */
export const methods = ["delete", "get", "head", "options", "patch", "post", "put", "trace"] as const;

/** One object of the document: what it is, and where it stands. */
export interface DocumentObject {
  readonly type: ObjectType;
  readonly value: JsonObject;
  readonly pointer: string;
}

interface ChildRule {
  readonly type: ObjectType;
  /** Whether there is a collection of them, and not one. */
  readonly isCollection: boolean;
}

/** The table as it is looked up: a map per kind. */
const childRules = new Map(
  Object.entries(objectModel).map(([kind, keys]) => [
    kind,
    new Map(
      Object.entries<ObjectType | readonly [ObjectType]>(keys).map(([key, found]): [string, ChildRule] => [
        key,
        typeof found === "string" ? { type: found, isCollection: false } : { type: found[0], isCollection: true },
      ]),
    ),
  ]),
);

/** Which kind stands under `key` of an object of this kind, if any. */
function childRule(kind: ObjectType, key: string): ChildRule | undefined {
  const keys = childRules.get(kind);
  return keys?.get(key) ?? (keys?.has("*") && !isExtension(key) ? keys.get("*") : undefined);
}

/** Specification extensions start so, wherever the keys are OpenAPI's own. */
export const isExtension = (key: string): boolean => key.startsWith("x-");

/** The two maps that OpenAPI lets hold extensions beside their entries; in all others a key `x-y` is a name. */
const mapsWithExtensions: readonly string[] = ["document paths", "operation responses"];

/** Whether an entry of a collection is of its kind. */
const isEntry = (kind: ObjectType, key: string, name: string): boolean =>
  !(isExtension(name) && mapsWithExtensions.includes(`${kind} ${key}`));

/**
 * Shows `look` everything at or below a value that the grammar expects to be an object, whether it is one or not,
 * parents first. It says whether to look further in.
 */
export function visitObjects(
  kind: ObjectType,
  value: Json,
  look: (value: Json, kind: ObjectType, pointer: string) => boolean,
  pointer = "#",
  depth = 0,
): void {
  if (depth > documentLimits.objects)
    throw new GeneratorError(
      "TOO_LARGE",
      `${pointer.slice(0, 200)}…`,
      `objects are nested more than ${documentLimits.objects} deep`,
      "Correct the document",
    );
  if (!look(value, kind, pointer) || !isObject(value)) return;
  for (const key of Object.keys(value)) {
    const found = childRule(kind, key);
    const child = value[key];
    if (!found || child === undefined) continue;
    const inner = jsonPointer(pointer, key);
    if (found.isCollection && isArray(child))
      for (const [index, item] of child.entries())
        visitObjects(found.type, item, look, jsonPointer(inner, index), depth + 1);
    else if (found.isCollection && isObject(child)) {
      for (const name of Object.keys(child))
        if (isEntry(kind, key, name))
          visitObjects(found.type, child[name] ?? null, look, jsonPointer(inner, name), depth + 1);
    } else visitObjects(found.type, child, look, inner, depth + 1);
  }
}

/** Every operation below the paths. Those of callbacks are called by the API and are not among them. */
export const listOperations = ({ paths }: JsonObject): JsonObject[] =>
  Object.values(asObject(paths)).flatMap((item) => methods.map((method) => asObject(item)[method]).filter(isObject));

/** The document with each operation below its paths replaced by what `edit` makes of it. */
export const mapOperations = (
  document: JsonObject,
  edit: (operation: JsonObject, pointer: string) => JsonObject,
): JsonObject => ({
  ...document,
  paths: mapValues(asObject(document.paths), (item, path) =>
    !isObject(item)
      ? item
      : mapValues(item, (operation, method) =>
          (methods as readonly string[]).includes(method) && isObject(operation)
            ? edit(operation, jsonPointer("#/paths", path, method))
            : operation,
        ),
  ),
});

/** Gives back what an object becomes; `undefined` takes it out of the collection or the field it stands in. */
export type Edit = (value: JsonObject, kind: ObjectType, pointer: string) => JsonObject | undefined;

/** Rebuilds the document, children first, with every object passed through `edit`. */
export function mapObjects(kind: ObjectType, value: JsonObject, edit: Edit, pointer = "#"): JsonObject | undefined {
  const one = (of: ObjectType, child: Json, where: string): Json | undefined =>
    isObject(child) ? mapObjects(of, child, edit, where) : child;
  const rebuilt = mapValues(value, (child, key) => {
    const found = childRule(kind, key);
    if (!found) return child;
    const where = jsonPointer(pointer, key);
    if (!found.isCollection) return one(found.type, child, where);
    if (isArray(child))
      return child.map((item, index) => one(found.type, item, jsonPointer(where, index))).filter(isDefined);
    return isObject(child) ? mapValues(child, (item, name) => one(found.type, item, jsonPointer(where, name))) : child;
  });
  return edit(rebuilt, kind, pointer);
}

const isDefined = (value: Json | undefined): value is Json => value !== undefined;
