import { at } from "../../spec/grammar.ts";
import { asArray, isArray, isObject } from "../../spec/json.ts";
import { labelKeywords } from "../../spec/normalise/noise.ts";
import { decodeName } from "../../spec/references.ts";
import type { Located } from "../change.ts";
import type { Lines } from "./lines.ts";

const same = [
  "format pattern minimum maximum minLength maxLength minItems maxItems uniqueItems multipleOf default description",
  "additionalProperties deprecated const summary",
].flatMap((line) => line.split(" "));

/** Which keyword of what a change points to is another, by the kind of change without its ending. */
const keywords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(same.map((name) => [name, name])),
  type: "type",
  "became-nullable": "type",
  "became-non-nullable": "type",
  "read-only": "readOnly",
  security: "security",
  scope: "description",
  "operation-id": "operationId",
  "param-style": "style",
  "param-became-required": "required",
  "param-became-optional": "required",
  "body-became-required": "required",
  "body-became-optional": "required",
  "media-type": "content",
};

/** The lines that a change is on: GitHub shows an annotation beside a line that differs, and hides it elsewhere. */
export const linesOf = (change: Located, lines: Lines): number[] => [
  ...new Set(change.pointers.map((pointer) => lines.of(spot(change, pointer, lines)))),
];

function spot({ kind, value }: Located, pointer: string, lines: Lines): string {
  if (kind.startsWith("enum-value-")) {
    const list = lines.value(at(pointer, "enum"));
    if (!isArray(list)) return pointer;
    const index = list.indexOf(value ?? "");
    return index < 0 ? at(pointer, "enum") : at(pointer, "enum", index);
  }
  if (kind.startsWith("enum-")) {
    const labels = labelKeywords.map((name) => at(pointer, name)).find((each) => isObject(lines.value(each)));
    return labels === undefined || value === undefined ? pointer : at(labels, String(value));
  }
  if (kind.startsWith("property-became-")) return inRequired(pointer, lines);
  const keyword = keywords[kind.replace(/-(?:added|removed|changed)$/, "")];
  if (keyword === undefined) return pointer;
  const exact = at(pointer, keyword);
  return /-(?:removed|optional)$/.test(kind) || lines.value(exact) !== undefined ? exact : pointer;
}

/** Whether a property is required is said beside its siblings. */
function inRequired(pointer: string, lines: Lines): string {
  const [, owner = "", name = ""] = /^(.*)\/properties\/([^/]*)$/.exec(pointer) ?? [];
  const required = at(owner, "required");
  const index = asArray(lines.value(required)).indexOf(decodeName(name));
  return index < 0 ? required : at(required, index);
}
