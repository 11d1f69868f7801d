import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { isExtension } from "../document/object-model.ts";
import { GeneratorError } from "../util/errors.ts";

/** One correction of a document. */
export interface Action {
  /** A JSONPath (RFC 9535) that selects what is to be corrected. */
  readonly target: string;
  /** What to merge into each of the selected places. Absent where they are to be removed. */
  readonly update?: Json;
  /** Where the action stands: `spec/corrections.yaml#/actions/0`. */
  readonly where: string;
}

/** An OpenAPI Overlay document, version 1.0, and the file it is in. `extends` is for its readers: nothing is fetched. */
export interface Overlay {
  readonly file: string;
  readonly actions: readonly Action[];
}

type Check = (value: Json) => string | undefined;

/** The fields of one object: what each has to be, and which have to be there. */
interface Fields {
  readonly known: Readonly<Record<string, Check>>;
  readonly required: readonly string[];
}

const text: Check = (value) => (typeof value === "string" && value.trim() !== "" ? undefined : "has to be a text");
const version: Check = (value) =>
  typeof value === "string" && /^1\.0\.\d+$/.test(value)
    ? undefined
    : `has to be "1.0.0", the version of the Overlay Specification that is supported`;
const flag: Check = (value) => (typeof value === "boolean" ? undefined : "has to be true or false");
const object: Check = (value) => (isObject(value) ? undefined : "has to be an object");
const list: Check = (value) => (isArray(value) && value.length > 0 ? undefined : "has to be a list of actions");
const any: Check = () => undefined;

const ofOverlay: Fields = {
  known: { overlay: version, info: object, extends: text, actions: list },
  required: ["overlay", "info", "actions"],
};
const ofInfo: Fields = { known: { title: text, version: text }, required: ["title", "version"] };
const ofAction: Fields = {
  known: { target: text, description: any, update: any, remove: flag },
  required: ["target"],
};

/** Reads an overlay. Unknown fields are refused: a misspelt one would be a correction that is not made. */
export function readOverlay(document: Json, file: string): Overlay {
  const { info, actions } = checked(document, ofOverlay, `${file}#`);
  checked(info ?? null, ofInfo, `${file}#/info`);
  return {
    file,
    actions: (isArray(actions) ? actions : []).map((each, index) =>
      action(each, jsonPointer(`${file}#`, "actions", index)),
    ),
  };
}

function action(value: Json, where: string): Action {
  const { target, update, remove } = checked(value, ofAction, where);
  // The specification has `remove` win over `update`.
  if (remove === true) return { target: String(target), where };
  if (update === undefined) throw invalid(where, "the action has neither `update` nor `remove: true`");
  return { target: String(target), update, where };
}

function checked(value: Json, { known, required }: Fields, where: string): JsonObject {
  if (!isObject(value)) throw invalid(where, "this has to be an object");
  for (const [key, item] of Object.entries(value).filter(([key]) => !isExtension(key))) {
    const check = Object.hasOwn(known, key) ? known[key] : undefined;
    const what = check ? check(item) : `is not known here; ${Object.keys(known).join(", ")} are`;
    if (what !== undefined) throw invalid(jsonPointer(where, key), `\`${key}\` ${what}`);
  }
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw invalid(where, `\`${missing}\` is missing`);
  return value;
}

/** An error in an overlay, at an action or one of its fields. */
export const invalid = (where: string, what: string, remedy = "Correct the overlay"): GeneratorError =>
  new GeneratorError("OVERLAY_INVALID", where, what, remedy);
