import type { Names } from "../model.ts";
import { at } from "../spec/grammar.ts";
import { asArray, asObject, asString, canonical, type Json, type JsonObject, without } from "../spec/json.ts";
import type { Contract } from "./contract.ts";
import { withBinary } from "./files.ts";
import { readEndpoint } from "./read-endpoint.ts";
import { readShape } from "./read-shape.ts";
import type { EnumAt } from "./shape.ts";

/** Reads what a normalised document holds its callers to. */
export function readContract(original: JsonObject, names: Names, enumAt: EnumAt): Contract {
  const document = withBinary(original);
  return {
    names,
    endpoints: new Map(
      names.operations.map((operation) => [
        `${operation.method} ${operation.path}`,
        readEndpoint(document, operation, enumAt),
      ]),
    ),
    schemas: new Map(
      Object.entries(asObject(asObject(document.components).schemas)).map(([key, schema]) => {
        const pointer = at("#/components/schemas", key);
        return [
          key,
          {
            title: asString(asObject(schema).title),
            pointer,
            text: JSON.stringify(schema),
            shape: once(() => readShape(schema, pointer, enumAt)),
          },
        ];
      }),
    ),
    shared: JSON.stringify([document.security ?? null, without(asObject(document.components), ["schemas"])]),
    servers: canonical(asArray(document.servers).map(wordless)),
    texts: new Map([
      ...asArray(document.servers).map((server) => described("server", asObject(server), "url")),
      ...asArray(document.tags).map((tag) => described("tag", asObject(tag), "name")),
    ]),
    rest: {
      ...without(document, ["components", "paths", "security", "servers"]),
      ...(document.tags !== undefined && { tags: asArray(document.tags).map(wordless) }),
      securitySchemes: schemeDetails(document),
    },
    document: original,
  };
}

const wordless = (value: Json): JsonObject => without(asObject(value), ["description"]);

const described = (what: string, value: JsonObject, key: string): [string, string | undefined] => [
  `${what} ${String(value[key])}`,
  asString(value.description),
];

/** What security schemes say besides what an endpoint's `security` tells of them, whatever they are called. */
const schemeDetails = (document: JsonObject): Json =>
  Object.values(asObject(asObject(document.components).securitySchemes))
    .map((scheme) => canonical(without(asObject(scheme), ["in", "name", "openIdConnectUrl", "scheme", "type"])))
    .filter((text) => text !== "{}")
    .sort();

/** Reads when it is asked for the first time. */
function once<Value>(read: () => Value): () => Value {
  let known: Value | undefined;
  return () => {
    known ??= read();
    return known;
  };
}
