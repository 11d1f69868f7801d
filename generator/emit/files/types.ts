import { astToString } from "openapi-typescript";
import { GeneratorError } from "../../errors.ts";
import type { Model } from "../../model.ts";
import { asObject, type JsonObject, mapped } from "../../spec/json.ts";
import { visible } from "../../visible.ts";
import { transform } from "../transform.ts";
import { asSpoken } from "../wire.ts";

/**
 * `types.ts`: what openapi-typescript makes of the document. Each operation carries the name of its function, so that
 * the type map has it under that name; messages are those that the client speaks.
 *
 * Characters that nobody sees are spelled out: in literals and in comments, which is all that a document has a say in,
 * that means the same.
 */
export function emitTypes(document: JsonObject, model: Model, header: string): string {
  const nodes = transformed(withNames(asSpoken(document), model));
  return `${header}\n\n${visible(astToString(nodes).trim(), "\n\t")}\n`;
}

function transformed(document: JsonObject): ReturnType<typeof transform> {
  try {
    return transform(document);
  } catch (error) {
    throw new GeneratorError(
      "TYPES_UNPRINTABLE",
      "types.ts",
      `openapi-typescript cannot print the types: ${error instanceof Error ? error.message : String(error)}`,
      "Correct the document, or select less of it",
    );
  }
}

function withNames(document: JsonObject, { operations }: Model): JsonObject {
  const names = new Map(operations.map(({ name, method, path }) => [`${method.toLowerCase()} ${path}`, name]));
  const named = (item: JsonObject, path: string): JsonObject =>
    mapped(item, (value, method) => {
      const operationId = names.get(`${method} ${path}`);
      return operationId === undefined ? value : { ...asObject(value), operationId };
    });
  return { ...document, paths: mapped(asObject(document.paths), (item, path) => named(asObject(item), path)) };
}
