import type { Json } from "../document/json.ts";
import { GeneratorError } from "../util/errors.ts";
import { parseJson } from "./parse-json.ts";

/**
 * JSON where it looks like an object, else YAML: whatever a server calls it. The parser for YAML is loaded only when it
 * is needed.
 */
export async function parseDocument(text: string, source: string, trusting = false): Promise<Json> {
  const start = text.trimStart();
  if (start === "") throw new GeneratorError("SOURCE_EMPTY", source, "the document is empty", "Check the source");
  if (start.startsWith("<"))
    throw new GeneratorError(
      "SOURCE_HTML",
      source,
      "this is a web page, not a document",
      "Give the address of the JSON or YAML itself",
    );
  if (/^[{[]/.test(start)) return parseJson(text, source, trusting);
  const { parseYaml } = await import("./parse-yaml.ts");
  return parseYaml(text, source);
}
