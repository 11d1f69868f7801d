import { type Edit, isExtension, type Kind } from "../grammar.ts";
import { asObject, pick } from "../json.ts";

/** Vendor extensions that say what an enum's values are called. All others are for documentation sites. */
export const labelKeywords = ["x-enumDescriptions", "x-enum-descriptions", "x-enumNames", "x-enum-varnames"] as const;

/** Objects whose `example` and `examples` are keywords. Upstream makes new ones on many downloads. */
const exemplified: ReadonlySet<Kind> = new Set(["schema", "parameter", "header", "mediaType"]);

/** Objects of which only these fields are kept. */
const kept: Partial<Record<Kind, readonly string[]>> = {
  info: ["title", "version"],
  tag: ["name", "description"],
};

/** Takes out what changes without meaning anything to a caller: examples, vendor extensions, and prose about the whole API. */
export const dropNoise: Edit = (value, kind) => {
  const says = (key: string): boolean => {
    if (isExtension(key)) return kind === "schema" && (labelKeywords as readonly string[]).includes(key);
    if (key === "example" || key === "examples") return !exemplified.has(kind);
    return kept[kind]?.includes(key) ?? true;
  };
  const result = Object.keys(value).every(says) ? value : pick(value, says);
  return kind === "operation"
    ? { ...result, responses: pick(asObject(result.responses), (status) => !isExtension(status)) }
    : result;
};
