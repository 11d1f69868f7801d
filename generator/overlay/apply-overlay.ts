import { exec, type JsonValue } from "jsonpath-rfc9535";
import { isArray, isObject, type Json, mapValues } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { groupBy } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { type Action, invalid, type Overlay } from "./read-overlay.ts";

/** A corrected document, and warnings about actions that had no effect. */
export interface OverlayResult {
  readonly document: Json;
  readonly warnings: readonly Warning[];
}

/**
 * Applies overlays in order, each action to the result of the one before. Does not change the document in place.
 *
 * @param strict rejects actions whose target matches nothing.
 */
export function applyOverlays(document: Json, overlays: readonly Overlay[], strict = true): OverlayResult {
  const warnings: Warning[] = [];
  let corrected = document;
  for (const action of overlays.flatMap(({ actions }) => actions)) {
    const { target, where } = action;
    const paths = selectPaths(corrected, action);
    if (strict && paths.length === 0) throw unmatched(action);
    let changes = 0;
    const edit = (value: Json, path: ValuePath): Json | undefined => {
      const edited = applyAction(action, value, path);
      if (edited !== value) changes++;
      return edited;
    };
    corrected = editPaths(corrected, paths, edit) ?? null;
    const what = `the action does not change \`${target}\`, so it can be removed`;
    if (changes === 0) warnings.push({ code: "OVERLAY_UNUSED", where, what });
  }
  return { document: corrected, warnings };
}

/** Returns a selected value after an action. Undefined if the action removes it. */
function applyAction({ target, update, where }: Action, value: Json, path: ValuePath): Json | undefined {
  const pointer = jsonPointer("#", ...path);
  if (update === undefined) {
    if (path.length === 0) throw invalid(`${where}/target`, `\`${target}\` would remove the whole document`);
    return undefined;
  }
  if (isArray(value)) return mergeUpdate(value, isArray(update) ? update : [update]);
  if (!isObject(value))
    throw invalid(
      `${where}/target`,
      `\`${target}\` selects ${JSON.stringify(value).slice(0, 60)} at ${pointer}, but only objects and arrays can be updated`,
      "Target the object that contains it, and put its key into `update`",
    );
  if (!isObject(update))
    throw invalid(`${where}/update`, `\`${target}\` selects an object at ${pointer}, so \`update\` must be an object`);
  return mergeUpdate(value, update);
}

const unmatched = ({ target, where }: Action): GeneratorError =>
  new GeneratorError(
    "OVERLAY_UNMATCHED",
    `${where}/target`,
    `\`${target}\` matches nothing in the document`,
    "Correct the target, or remove the action if the document no longer needs it",
  );

/** Returns the new value at a path, or `undefined` to remove it. */
export type PathEdit = (value: Json, path: ValuePath) => Json | undefined;

/** Returns the value with the values at the given paths edited, innermost first. Does not change it in place. */
export function editPaths(
  value: Json,
  paths: readonly ValuePath[],
  edit: PathEdit,
  path: ValuePath = [],
): Json | undefined {
  const longer = paths.filter((each) => each.length > path.length);
  const byKey = groupBy(longer, (each) => each[path.length]);
  const editChild = (child: Json, key: string | number): Json | undefined => {
    const childPaths = byKey.get(key);
    return childPaths ? editPaths(child, childPaths, edit, [...path, key]) : child;
  };
  let edited = value;
  if (byKey.size > 0 && isArray(value)) edited = value.map(editChild).filter((child) => child !== undefined);
  else if (byKey.size > 0 && isObject(value)) edited = mapValues(value, editChild);
  return longer.length < paths.length ? edit(edited, path) : edited;
}

/**
 * Merges an update into a value: objects are merged by key, arrays are appended to, other values are replaced. Version
 * 1.0 of the specification does not define arrays inside an update; version 1.1 appends. Arrays of strings and numbers
 * are sets in OpenAPI (`required`, `type`, `enum`), so values that they already have are not appended again. Returns the
 * same object if nothing changes.
 */
export function mergeUpdate(value: Json, update: Json): Json {
  if (isArray(value) && isArray(update)) {
    const added = update.filter((item) => isArray(item) || isObject(item) || !value.includes(item));
    return added.length === 0 ? value : [...value, ...added];
  }
  if (!isObject(value) || !isObject(update)) return update;
  const entries = Object.entries(update).map(([key, item]): [string, Json] => [
    key,
    Object.hasOwn(value, key) ? mergeUpdate(value[key] ?? null, item) : item,
  ]);
  const isUnchanged = entries.every(([key, item]) => Object.hasOwn(value, key) && value[key] === item);
  // Unlike assignment, this treats `__proto__` as an ordinary key.
  return isUnchanged ? value : Object.fromEntries([...Object.entries(value), ...entries]);
}

/** The keys and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** Returns the path of every value that an action's target selects. */
export function selectPaths(document: Json, { target, where }: Action): ValuePath[] {
  const paths: ValuePath[] = [];
  try {
    // `exec` does not change the document, although its parameter is not readonly.
    exec(document as JsonValue, target, (_, path) => void paths.push([...path]));
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw invalid(`${where}/target`, `${JSON.stringify(target)} is not a JSONPath: ${what}`);
  }
  return paths;
}
