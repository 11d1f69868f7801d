import type { Edit } from "../grammar.ts";
import { asString, type JsonObject } from "../json.ts";
import { resolve } from "../references.ts";

/** Headers that parameters do not describe: OpenAPI says so of these. What they hold is for content and security to say. */
const ignored: ReadonlySet<string> = new Set(["accept", "authorization", "content-type"]);

/** Takes out the header parameters that OpenAPI has ignored, and what refers to them. */
export const dropIgnored =
  (document: JsonObject): Edit =>
  (value, kind, pointer) => {
    if (kind !== "parameter") return value;
    const { in: where, name } = resolve(document, "parameter", value, pointer).value;
    return where === "header" && ignored.has(asString(name)?.toLowerCase() ?? "") ? undefined : value;
  };
