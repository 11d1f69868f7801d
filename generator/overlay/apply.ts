import { GeneratorError, type Warning } from "../errors.ts";
import { at } from "../spec/grammar.ts";
import { isArray, isObject, type Json } from "../spec/json.ts";
import { edit, merged } from "./edit.ts";
import { type Path, placesOf } from "./query.ts";
import { type Action, invalid, type Overlay } from "./read.ts";

/** A document with corrections, and which of them it does not need. */
export interface Corrected {
  readonly document: Json;
  readonly warnings: readonly Warning[];
}

/**
 * Applies overlays one after the other, each action to what the one before has made. Pure: nothing is changed in place.
 *
 * @param strict refuses an action that matches nothing: whoever wrote it believes that something was corrected.
 */
export function apply(document: Json, overlays: readonly Overlay[], strict = true): Corrected {
  const warnings: Warning[] = [];
  let corrected = document;
  for (const action of overlays.flatMap(({ actions }) => actions)) {
    const { target, where } = action;
    const places = placesOf(corrected, action);
    if (strict && places.length === 0) throw unmatched(action);
    let changes = 0;
    const change = (value: Json, path: Path): Json | undefined => {
      const after = outcome(action, value, path);
      if (after !== value) changes++;
      return after;
    };
    corrected = edit(corrected, places, change) ?? null;
    const what = `\`${target}\` is already as the action would have it, so the action can be dropped`;
    if (changes === 0) warnings.push({ code: "OVERLAY_UNUSED", where, what });
  }
  return { document: corrected, warnings };
}

/** What an action makes of one of the values that it selects. */
function outcome({ target, update, where }: Action, value: Json, path: Path): Json | undefined {
  const place = at("#", ...path);
  if (update === undefined) {
    if (path.length === 0) throw invalid(`${where}/target`, `\`${target}\` selects the whole document to remove`);
    return undefined;
  }
  if (isArray(value)) return merged(value, isArray(update) ? update : [update]);
  if (!isObject(value))
    throw invalid(
      `${where}/target`,
      `\`${target}\` selects ${JSON.stringify(value).slice(0, 60)} at ${place}, and only objects and lists can be updated`,
      "Target the object around it, and put its key into `update`",
    );
  if (!isObject(update))
    throw invalid(`${where}/update`, `\`${target}\` selects an object at ${place}, so the update has to be an object`);
  return merged(value, update);
}

const unmatched = ({ target, where }: Action): GeneratorError =>
  new GeneratorError(
    "OVERLAY_UNMATCHED",
    `${where}/target`,
    `\`${target}\` matches nothing in the document`,
    "Correct the target; or drop the action, if the API's document has changed so that it is no longer needed",
  );
