import { exec, type JsonValue } from "jsonpath-rfc9535";
import { isArray, isObject, type Json, mapValues } from "../document/json.ts";
import { jsonPointer } from "../document/json-pointer.ts";
import { groupBy } from "../util/collections.ts";
import { GeneratorError, type Warning } from "../util/errors.ts";
import { type Action, invalid, type Overlay } from "./read-overlay.ts";

/** A document with corrections, and which of them it does not need. */
export interface OverlayResult {
  readonly document: Json;
  readonly warnings: readonly Warning[];
}

/**
 * Applies overlays one after the other, each action to what the one before has made. Pure: nothing is changed in place.
 *
 * @param strict refuses an action that matches nothing: whoever wrote it believes that something was corrected.
 */
export function applyOverlays(document: Json, overlays: readonly Overlay[], strict = true): OverlayResult {
  const warnings: Warning[] = [];
  let corrected = document;
  for (const action of overlays.flatMap(({ actions }) => actions)) {
    const { target, where } = action;
    const places = selectPaths(corrected, action);
    if (strict && places.length === 0) throw unmatched(action);
    let changes = 0;
    const change = (value: Json, path: ValuePath): Json | undefined => {
      const after = applyAction(action, value, path);
      if (after !== value) changes++;
      return after;
    };
    corrected = editPaths(corrected, places, change) ?? null;
    const what = `\`${target}\` is already as the action would have it, so the action can be dropped`;
    if (changes === 0) warnings.push({ code: "OVERLAY_UNUSED", where, what });
  }
  return { document: corrected, warnings };
}

/** What an action makes of one of the values that it selects. */
function applyAction({ target, update, where }: Action, value: Json, path: ValuePath): Json | undefined {
  const place = jsonPointer("#", ...path);
  if (update === undefined) {
    if (path.length === 0) throw invalid(`${where}/target`, `\`${target}\` selects the whole document to remove`);
    return undefined;
  }
  if (isArray(value)) return mergeUpdate(value, isArray(update) ? update : [update]);
  if (!isObject(value))
    throw invalid(
      `${where}/target`,
      `\`${target}\` selects ${JSON.stringify(value).slice(0, 60)} at ${place}, and only objects and lists can be updated`,
      "Target the object around it, and put its key into `update`",
    );
  if (!isObject(update))
    throw invalid(`${where}/update`, `\`${target}\` selects an object at ${place}, so the update has to be an object`);
  return mergeUpdate(value, update);
}

const unmatched = ({ target, where }: Action): GeneratorError =>
  new GeneratorError(
    "OVERLAY_UNMATCHED",
    `${where}/target`,
    `\`${target}\` matches nothing in the document`,
    "Correct the target; or drop the action, if the API's document has changed so that it is no longer needed",
  );

/** What is to become of the value at a path; `undefined` takes it out. */
export type PathEdit = (value: Json, path: ValuePath) => Json | undefined;

/** The document with the values at these places changed, what lies inside first. The document itself stays as it is. */
export function editPaths(
  value: Json,
  places: readonly ValuePath[],
  change: PathEdit,
  path: ValuePath = [],
): Json | undefined {
  const further = places.filter((place) => place.length > path.length);
  const inside = groupBy(further, (place) => place[path.length]);
  const child = (item: Json, key: string | number): Json | undefined => {
    const below = inside.get(key);
    return below ? editPaths(item, below, change, [...path, key]) : item;
  };
  let edited = value;
  if (inside.size > 0 && isArray(value)) edited = value.map(child).filter((item) => item !== undefined);
  else if (inside.size > 0 && isObject(value)) edited = mapValues(value, child);
  return further.length < places.length ? change(edited, path) : edited;
}

/**
 * What an update makes of a value: objects are merged key by key, lists get longer, and everything else is replaced.
 * Version 1.0 leaves lists inside an update open; this is how its makers have explained it since. Lists of texts and
 * numbers are sets in OpenAPI (`required`, `type`, `enum`): what they have already is not added once more, so that a
 * correction which the document has caught up with does nothing. What stays as it is stays the same object.
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
  const same = entries.every(([key, item]) => Object.hasOwn(value, key) && value[key] === item);
  // Unlike an assignment, this takes `__proto__` for a key like any other.
  return same ? value : Object.fromEntries([...Object.entries(value), ...entries]);
}

/** The keys and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** Every place that an action's target selects. */
export function selectPaths(document: Json, { target, where }: Action): ValuePath[] {
  const places: ValuePath[] = [];
  try {
    // It reads only, but its type has no word for that.
    exec(document as JsonValue, target, (_, path) => void places.push([...path]));
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw invalid(`${where}/target`, `${JSON.stringify(target)} is no JSONPath: ${what}`);
  }
  return places;
}
