import { asObject, canonicalJson, type JsonObject } from "../document/json.ts";
import type { Model, Operation, PublicNames, SecurityDefinition } from "./model.ts";
import { readOperationOverrides } from "./read-operation-overrides.ts";
import { readRequirement, readSecurity } from "./read-security.ts";
import { firstServer, readServers } from "./read-servers.ts";

/** Where the API is, as far as others than the document know. */
export interface KnownAddresses {
  readonly baseUrl?: string;
  /** Where the document is published, if that is known: servers may be given relative to it. */
  readonly documentUrl?: string;
}

/** Adds to its names what else a client needs to know of a normalised document. */
export function buildModel(
  document: JsonObject,
  { name, enums, schemas, ...names }: PublicNames,
  known: KnownAddresses,
): Model {
  const { security, operations } = readOverrides(document, names.operations);
  const baseUrl = known.baseUrl ?? firstServer(document.servers, known.documentUrl);
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

/** What callers have to show, and the operations with what is special about each. */
function readOverrides(
  document: JsonObject,
  all: readonly Operation[],
): { security?: SecurityDefinition; operations: readonly Operation[] } {
  const inDocument = ({ path, method }: Operation): JsonObject =>
    asObject(asObject(asObject(document.paths)[path])[method.toLowerCase()]);
  const requirements = all.map((operation) => readRequirement(document, inDocument(operation)));
  const definition = readSecurity(document, requirements);
  const operations = all.map(({ pagination, ...operation }, index): Operation => {
    const security = requirements[index] ?? [];
    const usual = !definition || canonicalJson(security) === canonicalJson(definition.requirement);
    const overrides = {
      ...readOperationOverrides(document, operation, inDocument(operation)),
      ...(!usual && { security }),
    };
    return {
      ...operation,
      ...(Object.keys(overrides).length > 0 && { overrides }),
      ...(pagination && { pagination }),
    };
  });
  return { ...(definition && { security: definition }), operations };
}
