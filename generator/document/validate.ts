import { GeneratorError } from "../util/errors.ts";
import { asString, isObject, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { enforceLimits } from "./limits.ts";
import { isExtension, type ObjectType, visitObjects } from "./object-model.ts";
import type { OpenApiDocument } from "./openapi-types.ts";
import { resolveReference } from "./references.ts";
import { validateFields, validatePath } from "./validate-fields.ts";

/**
 * Checks that a parsed document is an OpenAPI document of a supported version, and that its path items, operations and
 * components are objects. {@link validateSelection} checks the selected part completely.
 */
export function validateDocument(document: Json): JsonObject {
  if (!isObject(document)) throw notOpenapi("is not an object");
  validateVersion(document);
  if (!isObject(document.paths))
    throw new GeneratorError(
      "NO_PATHS",
      "#/paths",
      "the document has no paths",
      "Check that the source is a complete API document",
    );
  validateObjects(document, (_, type) => outlineTypes.has(type));
  return document;
}

function validateVersion(document: JsonObject): void {
  const swagger = asString(document.swagger);
  if (swagger !== undefined) throw unsupported("#/swagger", `Swagger ${swagger}`);
  const openapi = asString(document.openapi);
  if (openapi === undefined) throw notOpenapi("has no `openapi` version");
  if (!/^3\.[01](\.|$)/.test(openapi)) throw unsupported("#/openapi", `OpenAPI ${openapi}`);
}

const notOpenapi = (what: string): GeneratorError =>
  new GeneratorError(
    "NOT_OPENAPI",
    "#",
    `the document ${what}`,
    "Use the URL or file of an OpenAPI 3.0 or 3.1 document",
  );

const unsupported = (pointer: string, what: string): GeneratorError =>
  new GeneratorError(
    "VERSION_UNSUPPORTED",
    pointer,
    `${what} is not supported`,
    "Convert the document to OpenAPI 3.0 or 3.1",
  );

/** The objects that are checked before operations are selected. Checking all would take longer than everything else. */
const outlineTypes: ReadonlySet<ObjectType> = new Set(["document", "components", "pathItem"]);

/**
 * Throws unless there is an object wherever OpenAPI defines one. A schema may also be a boolean.
 *
 * @param visit returns whether to check the objects inside.
 */
function validateObjects(
  document: JsonObject,
  visit: (value: JsonObject, type: ObjectType, pointer: string) => boolean,
): void {
  visitObjects("document", document, (value, type, pointer) => {
    if (isObject(value)) return visit(value, type, pointer);
    if (type === "schema" && typeof value === "boolean") return false;
    throw new GeneratorError("MALFORMED", pointer, `the ${type} must be an object`, "Correct the document");
  });
}

/** Checks every object of the selected part of a document. Throws unless it has the types of `openapi-types.ts`. */
export function validateSelection(document: JsonObject): OpenApiDocument {
  validateObjects(enforceLimits(document), (value, type, pointer) => {
    validateFields(value, type, pointer);
    // Throws if a schema only refers to itself.
    if (type === "schema" && value.$ref !== undefined) resolveReference(document, type, value, pointer);
    return true;
  });
  const validated = document as OpenApiDocument;
  for (const [path, item] of Object.entries(validated.paths).filter(([key]) => !isExtension(key)))
    validatePath(
      path,
      item,
      (parameter) =>
        resolveReference(validated, "parameter", parameter, jsonPointer("#/paths", path, "parameters")).value,
    );
  return validated;
}
