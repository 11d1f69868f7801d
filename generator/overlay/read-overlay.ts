import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { isExtension } from "../document/object-model.ts";
import { GeneratorError } from "../util/errors.ts";

/** One correction of a document. */
export interface Action {
  /** A JSONPath (RFC 9535) that selects the values to correct. */
  readonly target: string;
  /** The value to merge into each selected value. Absent if they are removed. */
  readonly update?: Json;
  /** The location of the action: `spec/corrections.yaml#/actions/0`. */
  readonly where: string;
}

/** An OpenAPI Overlay document, version 1.0, and its file. `extends` is ignored: no file is downloaded. */
export interface Overlay {
  readonly file: string;
  readonly actions: readonly Action[];
}

/** Returns what is wrong with a value. */
type Check = (value: Json) => string | undefined;

/** The fields of an object. */
interface Fields {
  readonly checks: Readonly<Record<string, Check>>;
  readonly required: readonly string[];
}

const string: Check = (value) =>
  typeof value === "string" && value.trim() !== "" ? undefined : "must be a non-empty string";
const version: Check = (value) =>
  typeof value === "string" && /^1\.0\.\d+$/.test(value)
    ? undefined
    : "must be `1.0.0`, the supported version of the Overlay Specification";
const boolean: Check = (value) => (typeof value === "boolean" ? undefined : "must be a boolean");
const object: Check = (value) => (isObject(value) ? undefined : "must be an object");
const nonEmptyArray: Check = (value) => (isArray(value) && value.length > 0 ? undefined : "must be a non-empty array");
const any: Check = () => undefined;

const overlayFields: Fields = {
  checks: { overlay: version, info: object, extends: string, actions: nonEmptyArray },
  required: ["overlay", "info", "actions"],
};
const infoFields: Fields = { checks: { title: string, version: string }, required: ["title", "version"] };
const actionFields: Fields = {
  checks: { target: string, description: any, update: any, remove: boolean },
  required: ["target"],
};

/** Reads an overlay. Rejects unknown fields, since the correction in a misspelled field would be lost. */
export function readOverlay(document: Json, file: string): Overlay {
  const { info, actions } = validateObject(document, overlayFields, `${file}#`);
  validateObject(info ?? null, infoFields, `${file}#/info`);
  return {
    file,
    actions: (isArray(actions) ? actions : []).map((each, index) =>
      readAction(each, jsonPointer(`${file}#`, "actions", index)),
    ),
  };
}

function readAction(value: Json, where: string): Action {
  const { target, update, remove } = validateObject(value, actionFields, where);
  // `remove` takes precedence over `update`.
  if (remove === true) return { target: String(target), where };
  if (update === undefined) throw invalid(where, "the action has neither `update` nor `remove: true`");
  return { target: String(target), update, where };
}

function validateObject(value: Json, { checks, required }: Fields, where: string): JsonObject {
  if (!isObject(value)) throw invalid(where, "this must be an object");
  for (const [key, item] of Object.entries(value).filter(([key]) => !isExtension(key))) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    const problem = check ? check(item) : `is not a known field; use ${Object.keys(checks).join(", ")}`;
    if (problem !== undefined) throw invalid(jsonPointer(where, key), `\`${key}\` ${problem}`);
  }
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw invalid(where, `\`${missing}\` is missing`);
  return value;
}

/** Creates an error in an overlay, at an action or one of its fields. */
export const invalid = (where: string, what: string, remedy = "Correct the overlay"): GeneratorError =>
  new GeneratorError("OVERLAY_INVALID", where, what, remedy);
