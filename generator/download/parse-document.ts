import type { Json } from "../document/json.ts";
import { GeneratorError } from "../util/errors.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Parses a document: JSON if it starts like an object or array, else YAML, whatever its media type is. The YAML parser is
 * loaded on first use.
 */
export async function parseDocument(text: string, source: string, trusting = false): Promise<Json> {
  const start = text.trimStart();
  if (start === "") throw new GeneratorError("SOURCE_EMPTY", source, "the document is empty", "Check the source");
  if (start.startsWith("<"))
    throw new GeneratorError(
      "SOURCE_HTML",
      source,
      "this is a web page, not a document",
      "Pass the URL of the JSON or YAML itself",
    );
  if (/^[{[]/.test(start)) return parseJson(text, source, trusting);
  const { parseYaml } = await import("./parse-yaml.ts");
  return parseYaml(text, source);
}
