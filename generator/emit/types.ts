import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { Model } from "../model.ts";
import { asObject, type JsonObject } from "../spec/json.ts";

/**
 * `types.ts`: what openapi-typescript makes of the document. It changes what it is given, so it gets a copy; each
 * operation in the copy carries the name of its function, so that the type map has it under that name.
 *
 * Not with `enum: true`: it takes `x-enumDescriptions` for a list and names values after the wrong labels.
 */
export async function emitTypes(document: JsonObject, { operations }: Model, header: string): Promise<string> {
  const copy: JsonObject = structuredClone(document);
  const paths = asObject(copy.paths);
  for (const { name, method, path } of operations)
    Object.assign(asObject(asObject(paths[path])[method.toLowerCase()]), { operationId: name });
  // The gate has seen the document: it is OpenAPI 3.1, which is what this type stands for.
  const nodes = await openapiTS(copy as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
  });
  return `${header}\n\n${astToString(nodes).trim()}\n`;
}
