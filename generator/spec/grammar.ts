import { GeneratorError } from "../errors.ts";
import { asObject, isArray, isObject, type Json, type JsonObject, mapped } from "./json.ts";
import { caps } from "./limits.ts";

/**
 * The shape of an OpenAPI 3.1 document: which key of which object holds which kind of object. `["schema"]` means a
 * list or a map of schemas; `"*"` means every key. What is not listed (`default`, `enum`, `example`, extensions) is
 * data: it is carried along and never looked into.
 *
 * Every pass walks by this table, so a property that is called `items`, `example` or `$ref` is always a property.
 * A new OpenAPI keyword that holds schemas is one more entry here. The file is as long as the specification has kinds of
 * objects: it is read as one table.
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
export function at(pointer: string, ...keys: (string | number)[]): string {
  let result = pointer;
  // Most keys have nothing to escape, and every pass asks for the pointer of every object.
  for (const key of keys) {
    const name = String(key);
    result += `/${name.includes("/") || name.includes("~") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name}`;
  }
  return result;
}

interface Rule {
  readonly kind: Kind;
  /** Whether there is a collection of them, and not one. */
  readonly many: boolean;
}

/** The table as it is looked up: a map per kind. */
const rules = new Map(
  Object.entries(grammar).map(([kind, keys]) => [
    kind,
    new Map(
      Object.entries<Kind | readonly [Kind]>(keys).map(([key, found]): [string, Rule] => [
        key,
        typeof found === "string" ? { kind: found, many: false } : { kind: found[0], many: true },
      ]),
    ),
  ]),
);

/** Which kind stands under `key` of an object of this kind, if any. */
function rule(kind: Kind, key: string): Rule | undefined {
  const keys = rules.get(kind);
  return keys?.get(key) ?? (keys?.has("*") && !isExtension(key) ? keys.get("*") : undefined);
}

/** Specification extensions start so, wherever the keys are OpenAPI's own. */
export const isExtension = (key: string): boolean => key.startsWith("x-");

/** The two maps that OpenAPI lets hold extensions beside their entries; in all others a key `x-y` is a name. */
const mixed: readonly string[] = ["document paths", "operation responses"];

/** Whether an entry of a collection is of its kind. */
const belongs = (kind: Kind, key: string, name: string): boolean =>
  !(isExtension(name) && mixed.includes(`${kind} ${key}`));

/**
 * Shows `look` everything at or below a value that the grammar expects to be an object, whether it is one or not,
 * parents first. It says whether to look further in.
 */
export function inspect(
  kind: Kind,
  value: Json,
  look: (value: Json, kind: Kind, pointer: string) => boolean,
  pointer = "#",
  depth = 0,
): void {
  if (depth > caps.objects)
    throw new GeneratorError(
      "TOO_LARGE",
      `${pointer.slice(0, 200)}…`,
      `objects are nested more than ${caps.objects} deep`,
      "Correct the document",
    );
  if (!look(value, kind, pointer) || !isObject(value)) return;
  for (const key of Object.keys(value)) {
    const found = rule(kind, key);
    const child = value[key];
    if (!found || child === undefined) continue;
    const inner = at(pointer, key);
    if (found.many && isArray(child))
      for (const [index, item] of child.entries()) inspect(found.kind, item, look, at(inner, index), depth + 1);
    else if (found.many && isObject(child)) {
      for (const name of Object.keys(child))
        if (belongs(kind, key, name)) inspect(found.kind, child[name] ?? null, look, at(inner, name), depth + 1);
    } else inspect(found.kind, child, look, inner, depth + 1);
  }
}

/** Every operation below the paths. Those of callbacks are called by the API and are not among them. */
export const operationsOf = ({ paths }: JsonObject): JsonObject[] =>
  Object.values(asObject(paths)).flatMap((item) => methods.map((method) => asObject(item)[method]).filter(isObject));

/** The document with each operation below its paths replaced by what `edit` makes of it. */
export const mapOperations = (
  document: JsonObject,
  edit: (operation: JsonObject, pointer: string) => JsonObject,
): JsonObject => ({
  ...document,
  paths: mapped(asObject(document.paths), (item, path) =>
    !isObject(item)
      ? item
      : mapped(item, (operation, method) =>
          (methods as readonly string[]).includes(method) && isObject(operation)
            ? edit(operation, at("#/paths", path, method))
            : operation,
        ),
  ),
});

/** Gives back what an object becomes; `undefined` takes it out of the collection or the field it stands in. */
export type Edit = (value: JsonObject, kind: Kind, pointer: string) => JsonObject | undefined;

/** Rebuilds the document, children first, with every object passed through `edit`. */
export function transform(kind: Kind, value: JsonObject, edit: Edit, pointer = "#"): JsonObject | undefined {
  const one = (of: Kind, child: Json, where: string): Json | undefined =>
    isObject(child) ? transform(of, child, edit, where) : child;
  const rebuilt = mapped(value, (child, key) => {
    const found = rule(kind, key);
    if (!found) return child;
    const where = at(pointer, key);
    if (!found.many) return one(found.kind, child, where);
    if (isArray(child)) return child.map((item, index) => one(found.kind, item, at(where, index))).filter(isDefined);
    return isObject(child) ? mapped(child, (item, name) => one(found.kind, item, at(where, name))) : child;
  });
  return edit(rebuilt, kind, pointer);
}

const isDefined = (value: Json | undefined): value is Json => value !== undefined;
