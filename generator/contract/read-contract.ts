import { asObject, canonicalJson, type Json, omitKeys } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument, SchemaObject, ServerObject, TagObject } from "../document/openapi-types.ts";
import { withBinaryTypes } from "../model/binary-schemas.ts";
import type { EnumAt, PublicNames } from "../model/model.ts";
import type { Contract } from "./contract.ts";
import { readContractOperation } from "./read-contract-operation.ts";
import { readSchema } from "./read-schema.ts";

/** Reads the contract of a normalized document. */
export function readContract(original: OpenApiDocument, names: PublicNames, enumAt: EnumAt): Contract {
  const document = withBinaryTypes(original);
  const { components = {}, security = null, servers = [], tags } = document;
  return {
    names,
    operations: new Map(
      names.operations.map((operation) => [
        `${operation.method} ${operation.path}`,
        readContractOperation(document, operation, enumAt),
      ]),
    ),
    schemas: new Map(
      Object.entries(components.schemas ?? {}).map(([key, schema]) => {
        const pointer = jsonPointer("#/components/schemas", key);
        return [
          key,
          {
            title: (asObject(schema) as SchemaObject).title,
            pointer,
            text: JSON.stringify(schema),
            schema: memoize(() => readSchema(schema, pointer, enumAt)),
          },
        ];
      }),
    ),
    shared: JSON.stringify([security, omitKeys(components, ["schemas"])]),
    servers: canonicalJson(servers.map(withoutDescription)),
    descriptions: new Map([
      ...servers.map(({ url, description }) => [`server ${String(url)}`, description] as const),
      ...(tags ?? []).map(({ name, description }) => [`tag ${String(name)}`, description] as const),
    ]),
    otherFields: {
      ...omitKeys(document, ["components", "paths", "security", "servers"]),
      ...(tags && { tags: tags.map(withoutDescription) }),
      securitySchemes: securitySchemeDetails(document),
    },
    document: original,
  };
}

const withoutDescription = ({ description: _, ...rest }: ServerObject | TagObject): Json => rest;

/** Returns the fields of security schemes that the `security` of operations does not include, without their names. */
const securitySchemeDetails = ({ components }: OpenApiDocument): readonly string[] =>
  Object.values(components?.securitySchemes ?? {})
    .map((scheme) => canonicalJson(omitKeys(scheme, ["in", "name", "openIdConnectUrl", "scheme", "type"])))
    .filter((text) => text !== "{}")
    .sort();

/** Returns a function that reads a value on its first call. */
function memoize<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
