import { GeneratorError } from "../util/errors.ts";
import { asObject, isArray, isObject, type Json, type JsonObject, mapValues } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { documentLimits } from "./limits.ts";
import type { OpenApiDocument, OperationObject, PathItemObject } from "./openapi-types.ts";

/**
 * The fields of OpenAPI 3.1 objects that hold other objects, by the type of object. `["schema"]` is an array or a map
 * of schemas; `"*"` is every key. Fields that are not listed (`default`, `enum`, `example`, extensions) are data: they
 * are copied as they are.
 *
 * Every pass walks the document by this table, so a property named `items`, `example` or `$ref` is always a property.
 * A new keyword that holds schemas needs one more entry here.
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

/** The methods of a path item, in code-point order. */
export const methods = ["delete", "get", "head", "options", "patch", "post", "put", "trace"] as const;

/** An object of the document and its location. */
export interface DocumentObject {
  readonly type: ObjectType;
  readonly value: JsonObject;
  readonly pointer: string;
}

interface ChildRule {
  readonly type: ObjectType;
  /** Whether the field holds an array or a map of them. */
  readonly isCollection: boolean;
}

/** The table for lookups, by the type of the parent, then by key. */
const childRules = new Map(
  Object.entries(objectModel).map(([parent, fields]) => [
    parent,
    new Map(
      Object.entries<ObjectType | readonly [ObjectType]>(fields).map(([key, child]): [string, ChildRule] => [
        key,
        typeof child === "string" ? { type: child, isCollection: false } : { type: child[0], isCollection: true },
      ]),
    ),
  ]),
);

/** Returns the rule for the children under a key of an object, if that key holds objects. */
function childRule(type: ObjectType, key: string): ChildRule | undefined {
  const rules = childRules.get(type);
  return rules?.get(key) ?? (isExtension(key) ? undefined : rules?.get("*"));
}

/** Whether a key of an OpenAPI object is that of a specification extension. */
export const isExtension = (key: string): boolean => key.startsWith("x-");

/** The maps that may also have extensions. In all other maps, a key such as `x-y` is the name of an entry. */
const mapsWithExtensions: readonly string[] = ["document paths", "operation responses"];

const isExtensionOfMap = (type: ObjectType, key: string, name: string): boolean =>
  isExtension(name) && mapsWithExtensions.includes(`${type} ${key}`);

/**
 * Calls `visit` with every value, at or below the given one, where the specification has an object. The value need not
 * be an object. Parents come first. Children are visited only if `visit` returns true.
 */
export function visitObjects(
  type: ObjectType,
  value: Json,
  visit: (value: Json, type: ObjectType, pointer: string) => boolean,
  pointer = "#",
  depth = 0,
): void {
  if (depth > documentLimits.objects)
    throw new GeneratorError(
      "TOO_LARGE",
      `${pointer.slice(0, 200)}…`,
      `objects are nested more than ${documentLimits.objects} levels deep`,
      "Correct the document",
    );
  if (!visit(value, type, pointer) || !isObject(value)) return;
  for (const key of Object.keys(value)) {
    const rule = childRule(type, key);
    const child = value[key];
    if (!rule || child === undefined) continue;
    const childPointer = jsonPointer(pointer, key);
    if (rule.isCollection && isArray(child))
      for (const [index, item] of child.entries())
        visitObjects(rule.type, item, visit, jsonPointer(childPointer, index), depth + 1);
    else if (rule.isCollection && isObject(child)) {
      for (const name of Object.keys(child))
        if (!isExtensionOfMap(type, key, name))
          visitObjects(rule.type, child[name] ?? null, visit, jsonPointer(childPointer, name), depth + 1);
    } else visitObjects(rule.type, child, visit, childPointer, depth + 1);
  }
}

/** Whether a key of a path item is a method. */
export const isMethod = (key: string): key is (typeof methods)[number] => (methods as readonly string[]).includes(key);

/** Returns the operations of all paths. Those of callbacks, which the API calls, are not included. */
export function listOperations(document: OpenApiDocument): OperationObject[];
export function listOperations(document: JsonObject): JsonObject[];
export function listOperations({ paths }: JsonObject): JsonObject[] {
  return Object.values(asObject(paths)).flatMap((item) =>
    methods.map((method) => asObject(item)[method]).filter(isObject),
  );
}

/** Returns the document with each operation of its paths edited. */
export const mapOperations = (
  document: OpenApiDocument,
  edit: (operation: OperationObject, pointer: string) => OperationObject,
): OpenApiDocument => ({
  ...document,
  paths: mapValues(document.paths, (item, path): PathItemObject => {
    const edited = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, edit(operation, jsonPointer("#/paths", path, method))] as const] : [];
    });
    return { ...item, ...Object.fromEntries(edited) };
  }),
});

/** Returns an object of the same type, or `undefined` to remove it from its parent. */
export type Edit = (value: JsonObject, type: ObjectType, pointer: string) => JsonObject | undefined;

/** Rebuilds an object with every object at or below it edited, children first. */
export function mapObjects<Value extends JsonObject>(
  type: ObjectType,
  value: Value,
  edit: Edit,
  pointer?: string,
): Value | undefined;
export function mapObjects(type: ObjectType, value: JsonObject, edit: Edit, pointer = "#"): JsonObject | undefined {
  const rebuild = (childType: ObjectType, child: Json, childPointer: string): Json | undefined =>
    isObject(child) ? mapObjects(childType, child, edit, childPointer) : child;
  const rebuilt = mapValues(value, (child, key) => {
    const rule = childRule(type, key);
    if (!rule) return child;
    const childPointer = jsonPointer(pointer, key);
    if (!rule.isCollection) return rebuild(rule.type, child, childPointer);
    if (isArray(child))
      return child.map((item, index) => rebuild(rule.type, item, jsonPointer(childPointer, index))).filter(isDefined);
    if (!isObject(child)) return child;
    return mapValues(child, (item, name) => rebuild(rule.type, item, jsonPointer(childPointer, name)));
  });
  return edit(rebuilt, type, pointer);
}

const isDefined = (value: Json | undefined): value is Json => value !== undefined;
