import { asArray, asObject, asString, canonicalJson, type Json, type JsonObject, omitKeys } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { withBinaryTypes } from "../model/binary-schemas.ts";
import type { EnumAt, PublicNames } from "../model/model.ts";
import type { Contract } from "./contract.ts";
import { readContractOperation } from "./read-contract-operation.ts";
import { readSchema } from "./read-schema.ts";

/** Reads what a normalised document holds its callers to. */
export function readContract(original: JsonObject, names: PublicNames, enumAt: EnumAt): Contract {
  const document = withBinaryTypes(original);
  return {
    names,
    operations: new Map(
      names.operations.map((operation) => [
        `${operation.method} ${operation.path}`,
        readContractOperation(document, operation, enumAt),
      ]),
    ),
    schemas: new Map(
      Object.entries(asObject(asObject(document.components).schemas)).map(([key, schema]) => {
        const pointer = jsonPointer("#/components/schemas", key);
        return [
          key,
          {
            title: asString(asObject(schema).title),
            pointer,
            text: JSON.stringify(schema),
            schema: memoize(() => readSchema(schema, pointer, enumAt)),
          },
        ];
      }),
    ),
    shared: JSON.stringify([document.security ?? null, omitKeys(asObject(document.components), ["schemas"])]),
    servers: canonicalJson(asArray(document.servers).map(withoutDescription)),
    descriptions: new Map([
      ...asArray(document.servers).map((server) => descriptionEntry("server", asObject(server), "url")),
      ...asArray(document.tags).map((tag) => descriptionEntry("tag", asObject(tag), "name")),
    ]),
    otherFields: {
      ...omitKeys(document, ["components", "paths", "security", "servers"]),
      ...(document.tags !== undefined && { tags: asArray(document.tags).map(withoutDescription) }),
      securitySchemes: schemeDetails(document),
    },
    document: original,
  };
}

const withoutDescription = (value: Json): JsonObject => omitKeys(asObject(value), ["description"]);

const descriptionEntry = (what: string, value: JsonObject, key: string): [string, string | undefined] => [
  `${what} ${String(value[key])}`,
  asString(value.description),
];

/** What security schemes say besides what an endpoint's `security` tells of them, whatever they are called. */
const schemeDetails = (document: JsonObject): Json =>
  Object.values(asObject(asObject(document.components).securitySchemes))
    .map((scheme) => canonicalJson(omitKeys(asObject(scheme), ["in", "name", "openIdConnectUrl", "scheme", "type"])))
    .filter((text) => text !== "{}")
    .sort();

/** Reads when it is asked for the first time. */
function memoize<Value>(read: () => Value): () => Value {
  let known: Value | undefined;
  return () => {
    known ??= read();
    return known;
  };
}
