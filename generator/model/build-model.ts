import { canonicalJson } from "../document/json.ts";
import type { OpenApiDocument } from "../document/openapi-types.ts";
import type { Model, Operation, PublicNames, SecurityDefinition } from "./model.ts";
import { operationObject } from "./operation-object.ts";
import { readOperationOverrides } from "./read-operation-overrides.ts";
import { readRequirement, readSecurity } from "./read-security.ts";
import { firstServerUrl, readServers } from "./read-servers.ts";

/** The URLs that the config knows. */
export interface KnownUrls {
  /** Overrides the document's servers. */
  readonly baseUrl?: string;
  /** The document's own URL. Relative server URLs are resolved against it. */
  readonly documentUrl?: string;
}

/** Builds the model of a client from a normalized document and its names. */
export function buildModel(
  document: OpenApiDocument,
  { name, enums, schemas, ...names }: PublicNames,
  urls: KnownUrls,
): Model {
  const { security, operations } = readOverrides(document, names.operations);
  const baseUrl = urls.baseUrl ?? firstServerUrl(document.servers, urls.documentUrl);
  const servers = readServers(document);
  return {
    name,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(servers && { servers }),
    ...(security && { security }),
    operations,
    enums,
    schemas,
  };
}

/** Reads the security of the document, and the overrides of each operation. */
function readOverrides(
  document: OpenApiDocument,
  all: readonly Operation[],
): { security?: SecurityDefinition; operations: readonly Operation[] } {
  const requirements = all.map((operation) => readRequirement(document, operationObject(document, operation)));
  const definition = readSecurity(document, requirements);
  const operations = all.map(({ pagination, ...operation }, index): Operation => {
    const security = requirements[index] ?? [];
    const isDefault = !definition || canonicalJson(security) === canonicalJson(definition.requirement);
    const overrides = {
      ...readOperationOverrides(document, operation),
      ...(!isDefault && { security }),
    };
    return {
      ...operation,
      ...(Object.keys(overrides).length > 0 && { overrides }),
      ...(pagination && { pagination }),
    };
  });
  return { ...(definition && { security: definition }), operations };
}
