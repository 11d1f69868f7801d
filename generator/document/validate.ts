import { GeneratorError } from "../util/errors.ts";
import { asObject, asString, isObject, type Json, type JsonObject } from "./json.ts";
import { jsonPointer } from "./json-pointer.ts";
import { enforceLimits } from "./limits.ts";
import { isExtension, type ObjectType, visitObjects } from "./object-model.ts";
import { resolveReference } from "./references.ts";
import { validateFields, validatePath } from "./validate-fields.ts";

/**
 * Looks at a parsed document before anything else does: is it an OpenAPI document we can read? Of what is selected
 * from it, {@link validateSelection} asks the same down to the last schema.
 */
export function validateDocument(document: Json): JsonObject {
  if (!isObject(document)) throw notOpenapi("is not an object");
  validateVersion(document);
  if (!isObject(document.paths))
    throw new GeneratorError(
      "NO_PATHS",
      "#/paths",
      "the document has no paths",
      "Check that the source is the API's own document and not cut off",
    );
  return validateObjects(document, (_, kind) => outlineTypes.has(kind));
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
    "Give the address or file of an OpenAPI 3.0 or 3.1 document",
  );

const unsupported = (pointer: string, what: string): GeneratorError =>
  new GeneratorError(
    "VERSION_UNSUPPORTED",
    pointer,
    `${what} is not supported`,
    "Convert the document to OpenAPI 3.0 or 3.1",
  );

/** What a document holds before anything is selected: looking into all of it takes longer than all the rest. */
const outlineTypes: ReadonlySet<ObjectType> = new Set(["document", "components", "pathItem"]);

/** Every place where OpenAPI wants an object has one. A schema may also be `true` or `false`. */
function validateObjects(
  document: JsonObject,
  inside: (value: JsonObject, kind: ObjectType, pointer: string) => boolean,
): JsonObject {
  visitObjects("document", document, (value, kind, pointer) => {
    if (isObject(value)) return inside(value, kind, pointer);
    if (kind === "schema" && typeof value === "boolean") return false;
    throw new GeneratorError("MALFORMED", pointer, `a ${kind} has to be an object`, "Correct the document");
  });
  return document;
}

/** Looks at what has been selected, down to the last schema: from here on every field is what it should be. */
export function validateSelection(document: JsonObject): JsonObject {
  validateObjects(enforceLimits(document), (value, kind, pointer) => {
    validateFields(value, kind, pointer);
    // What refers to itself and to nothing else is no schema.
    if (kind === "schema" && value.$ref !== undefined) resolveReference(document, kind, value, pointer);
    return true;
  });
  for (const [path, item] of Object.entries(asObject(document.paths)).filter(([key]) => !isExtension(key)))
    validatePath(
      path,
      asObject(item),
      (parameter) =>
        resolveReference(document, "parameter", asObject(parameter), jsonPointer("#/paths", path, "parameters")).value,
    );
  return document;
}
