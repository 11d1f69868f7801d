import { isArray, type Json } from "../../document/json.ts";

/** The length at which a value in a message is truncated: about a line of a terminal. */
const maxLength = 90;

/** Formats a value as JSON, truncated if it is long. */
export function formatValue(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > maxLength ? `${truncate(text, maxLength - 2)}${text.endsWith('"') ? '"' : ""}` : text;
}

/** Truncates a text that is longer than a limit. */
export const truncate = (text: string, limit = maxLength): string =>
  text.length > limit ? `${text.slice(0, limit).trimEnd()}…` : text;

/** Formats how a value changed: "changed from 100 to 200", "was added: 100". `null` stands for an absent value. */
export function formatChange(before: Json, after: Json): string {
  if (before === null && after === null) return "changed";
  if (before === null) return `was added: ${formatValue(after)}`;
  if (after === null) return `was removed: ${formatValue(before)}`;
  return `changed from ${formatValue(before)} to ${formatValue(after)}`;
}

/** Formats a scope, or alternative scopes. */
export const formatScopes = (value: Json): string => (isArray(value) ? value.join(" or ") : String(value));

/** Formats distinct names: "a", "a and b", "a, b and 3 more". */
export function formatList(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length > 3) return `${unique.slice(0, 2).join(", ")} and ${unique.length - 2} more`;
  const last = unique.pop() ?? "";
  return unique.length === 0 ? last : `${unique.join(", ")} and ${last}`;
}
