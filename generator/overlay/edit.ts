import { groupBy } from "../lists.ts";
import { isArray, isObject, type Json, mapped } from "../spec/json.ts";
import type { Path } from "./query.ts";

/** What is to become of the value at a path; `undefined` takes it out. */
export type Change = (value: Json, path: Path) => Json | undefined;

/** The document with the values at these places changed, what lies inside first. The document itself stays as it is. */
export function edit(value: Json, places: readonly Path[], change: Change, path: Path = []): Json | undefined {
  const further = places.filter((place) => place.length > path.length);
  const inside = groupBy(further, (place) => place[path.length]);
  const child = (item: Json, key: string | number): Json | undefined => {
    const below = inside.get(key);
    return below ? edit(item, below, change, [...path, key]) : item;
  };
  let edited = value;
  if (inside.size > 0 && isArray(value)) edited = value.map(child).filter((item) => item !== undefined);
  else if (inside.size > 0 && isObject(value)) edited = mapped(value, child);
  return further.length < places.length ? change(edited, path) : edited;
}

/**
 * What an update makes of a value: objects are merged key by key, lists get longer, and everything else is replaced.
 * Version 1.0 leaves lists inside an update open; this is how its makers have explained it since. Lists of texts and
 * numbers are sets in OpenAPI (`required`, `type`, `enum`): what they have already is not added once more, so that a
 * correction which the document has caught up with does nothing. What stays as it is stays the same object.
 */
export function merged(value: Json, update: Json): Json {
  if (isArray(value) && isArray(update)) {
    const added = update.filter((item) => isArray(item) || isObject(item) || !value.includes(item));
    return added.length === 0 ? value : [...value, ...added];
  }
  if (!isObject(value) || !isObject(update)) return update;
  const entries = Object.entries(update).map(([key, item]): [string, Json] => [
    key,
    Object.hasOwn(value, key) ? merged(value[key] ?? null, item) : item,
  ]);
  const same = entries.every(([key, item]) => Object.hasOwn(value, key) && value[key] === item);
  // Unlike an assignment, this takes `__proto__` for a key like any other.
  return same ? value : Object.fromEntries([...Object.entries(value), ...entries]);
}
