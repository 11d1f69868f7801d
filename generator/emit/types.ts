import openapiTS, { astToString, type OpenAPI3, STRING, tsUnion } from "openapi-typescript";
import ts from "typescript";
import { GeneratorError } from "../errors.ts";
import type { Model } from "../model.ts";
import { asObject, type JsonObject } from "../spec/json.ts";
import { visible } from "../visible.ts";

/**
 * `types.ts`: what openapi-typescript makes of the document. It changes what it is given, so it gets a copy; each
 * operation in the copy carries the name of its function, so that the type map has it under that name. What is sent as
 * a date-time may be a `Date` as well.
 *
 * Characters that nobody sees are spelled out: in literals and in comments, which is all that a document has a say in,
 * that means the same.
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
    defaultNonNullable: false,
    silent: true,
    transform: ({ type, format }, { path = "" }) =>
      type === "string" && format === "date-time" && sent.test(path) ? dateOrText() : undefined,
  }).catch((error: unknown) => {
    throw new GeneratorError(
      "TYPES_UNPRINTABLE",
      "types.ts",
      `openapi-typescript cannot print the types: ${error instanceof Error ? error.message : String(error)}`,
      "Correct the document, or select less of it",
    );
  });
  return `${header}\n\n${visible(astToString(nodes).trim(), "\n\t")}\n`;
}

/** Where openapi-typescript is when it is about something that only goes to the server. */
const sent = /\/(parameters|requestBody)\//;

const dateOrText = () => tsUnion([STRING, ts.factory.createTypeReferenceNode("Date")]);
