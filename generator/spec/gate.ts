import { GeneratorError } from "../errors.ts";
import { inspect, type Kind } from "./grammar.ts";
import { asString, isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Looks at a parsed document before anything else does: is it an OpenAPI document we can read? Of what is selected
 * from it, {@link whole} asks the same down to the last schema.
 */
export function gate(document: Json): JsonObject {
  if (!isObject(document)) throw notOpenapi("is not an object");
  version(document);
  if (!isObject(document.paths))
    throw new GeneratorError(
      "NO_PATHS",
      "#/paths",
      "the document has no paths",
      "Check that the source is the API's own document and not cut off",
    );
  return whole(document, (kind) => outline.has(kind));
}

function version(document: JsonObject): void {
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
const outline: ReadonlySet<Kind> = new Set(["document", "components", "pathItem"]);

/** Every place where OpenAPI wants an object has one. A schema may also be `true` or `false`. */
export function whole(document: JsonObject, inside: (kind: Kind) => boolean = () => true): JsonObject {
  inspect("document", document, (value, kind, pointer) => {
    if (isObject(value) || (kind === "schema" && typeof value === "boolean")) return inside(kind);
    throw new GeneratorError("MALFORMED", pointer, `a ${kind} has to be an object`, "Correct the document");
  });
  return document;
}
