import { asArray, asObject, isObject, type Json, type JsonObject } from "../../generator/document/json.ts";

/**
 * A document as its authors wrote it. What the tests here want of a client is read off it by this folder's own few
 * lines, none of which the generator knows: where the two disagree, one of them is wrong.
 */
export interface RawOperation {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  readonly parameters: readonly JsonObject[];
  readonly body: JsonObject | undefined;
  /** The security schemes that are shown by who has them all: those of the first alternative that asks for any. */
  readonly schemes: readonly JsonObject[];
  /** By status. */
  readonly responses: Readonly<Record<string, JsonObject>>;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation below the paths, with what it shares with its path item and what it refers to. */
export const rawOperations = (document: JsonObject): RawOperation[] =>
  Object.entries(asObject(document.paths)).flatMap(([path, entry]) => {
    const item = follow(document, entry);
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!isObject(operation)) return [];
      const own = asArray(operation.parameters).map((each) => follow(document, each));
      const shared = asArray(item.parameters).map((each) => follow(document, each));
      return {
        method: method.toUpperCase(),
        path,
        id: typeof operation.operationId === "string" ? operation.operationId : undefined,
        tags: asArray(operation.tags).map(String),
        parameters: [...own, ...shared.filter((each) => !own.some((other) => same(each, other)))],
        schemes: schemesOf(document, operation.security ?? document.security),
        body: operation.requestBody === undefined ? undefined : follow(document, operation.requestBody),
        responses: Object.fromEntries(
          Object.entries(asObject(operation.responses))
            .filter(([status]) => !status.startsWith("x-"))
            .map(([status, response]) => [status, follow(document, response)]),
        ),
      };
    });
  });

function schemesOf(document: JsonObject, security: Json | undefined): JsonObject[] {
  const first = asArray(security).find((each) => Object.keys(asObject(each)).length > 0);
  const known = asObject(asObject(document.components).securitySchemes);
  return Object.keys(asObject(first)).map((name) => follow(document, known[name]));
}

const same = (a: JsonObject, b: JsonObject): boolean => a.in === b.in && a.name === b.name;

/** What a value refers to, by JSON pointer, or the value itself. */
export function follow(document: JsonObject, value: Json | undefined): JsonObject {
  let found = asObject(value);
  while (typeof found.$ref === "string") {
    const keys = found.$ref
      .split("/")
      .slice(1)
      .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
    found = asObject(keys.reduce<Json | undefined>((each, key) => asObject(each)[key], document));
  }
  return found;
}

/** A message's media type and what stands under it: JSON where there is any. */
export function media({ content }: JsonObject): readonly [type: string, value: JsonObject] | undefined {
  const all = Object.entries(asObject(content));
  const [type, value] = all.find(([name]) => isJson(name)) ?? all[0] ?? [];
  return type === undefined ? undefined : [type, asObject(value)];
}

export const isJson = (type: string): boolean => /[/+]json\b|\*/.test(type);
