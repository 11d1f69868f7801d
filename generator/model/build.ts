import type { Access, Model, Names, Operation } from "../model.ts";
import { asObject, canonical, type JsonObject } from "../spec/json.ts";
import { readAccess, requirementOf } from "./security.ts";
import { firstServer, readServers } from "./servers.ts";
import { readSpecial } from "./special.ts";

/** Where the API is, as far as others than the document know. */
export interface Addresses {
  readonly baseUrl?: string;
  /** Where the document is published, if that is known: servers may be given relative to it. */
  readonly home?: string;
}

/** Adds to its names what else a client needs to know of a normalised document. */
export function buildModel(document: JsonObject, { name, enums, schemas, ...names }: Names, known: Addresses): Model {
  const { access, operations } = specialised(document, names.operations);
  const baseUrl = known.baseUrl ?? firstServer(document.servers, known.home);
  const servers = readServers(document);
  return {
    name,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(servers && { servers }),
    ...(access && { access }),
    operations,
    enums,
    schemas,
  };
}

/** What callers have to show, and the operations with what is special about each. */
function specialised(
  document: JsonObject,
  all: readonly Operation[],
): { access?: Access; operations: readonly Operation[] } {
  const inDocument = ({ path, method }: Operation): JsonObject =>
    asObject(asObject(asObject(document.paths)[path])[method.toLowerCase()]);
  const requirements = all.map((operation) => requirementOf(document, inDocument(operation)));
  const access = readAccess(document, requirements);
  const operations = all.map(({ pagination, ...operation }, index): Operation => {
    const security = requirements[index] ?? [];
    const usual = !access || canonical(security) === canonical(access.security);
    const special = { ...readSpecial(document, operation, inDocument(operation)), ...(!usual && { security }) };
    return {
      ...operation,
      ...(Object.keys(special).length > 0 && { special }),
      ...(pagination && { pagination }),
    };
  });
  return { ...(access && { access }), operations };
}
