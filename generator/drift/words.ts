import { isArray, type Json } from "../spec/json.ts";

/** How a value is shown in a sentence: as JSON, cut where it gets long. */
export function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…${text.endsWith('"') ? '"' : ""}` : text;
}

/** How a value changed. `null` says that there is none. */
export function turned(before: Json, after: Json): string {
  if (before === null) return `${shown(after)} is new`;
  return after === null ? `${shown(before)} is gone` : `${shown(before)} is now ${shown(after)}`;
}

/** A scope, or scopes of which one is needed. */
export const scope = (value: Json): string => (isArray(value) ? value.join(" or ") : String(value));

/** "a", "a and b", "a, b and 3 more". */
export function listed(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length <= 3) return unique.join(", ").replace(/, ([^,]*)$/, " and $1");
  return `${unique.slice(0, 2).join(", ")} and ${unique.length - 2} more`;
}
