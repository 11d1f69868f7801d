import { isArray, type Json } from "../../document/json.ts";
import { groupBy } from "../../util/collections.ts";
import type { Direction } from "./change.ts";
import type { Finding } from "./finding.ts";

/** Where a rule looks: what the reader of a report calls it, and what the caller of the client does. */
export interface Location {
  /** `schema Account`, `GET /api/v2/accounts` or `GET /api/v2/accounts 200`. */
  readonly owner: string;
  /** The way inside: `items[].tags`. Empty for the whole. */
  readonly path: string;
  /** The last name on that way: what merges with others of that name. */
  readonly name: string;
  readonly direction: Direction;
  /** The exported name that a caller meets it by: `Account`, `getAccount`. */
  readonly exported: string;
  /** The way inside as the client has it, from the exported name: `data.items[].tags`. */
  readonly inside: string;
}

/** A whole that nobody sends or receives, such as the document: callers have no name for it. */
export const wholeLocation = (owner: string): Location => ({
  owner,
  path: "",
  name: "",
  direction: "none",
  exported: "",
  inside: "",
});

/** `GET /api/v2/accounts 200: items[].tags`. */
export const formatSite = ({ owner, path }: Location): string => (path === "" ? owner : `${owner}: ${path}`);

/** A property of what stands at a place. */
export const propertyLocation = (location: Location, name: string): Location => ({
  ...location,
  name,
  path: join(location.path, name),
  inside: join(location.inside, name),
});

/** The items of a list. */
export const itemLocation = (location: Location): Location => ({
  ...location,
  path: `${location.path}[]`,
  inside: `${location.inside}[]`,
});

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** A finding as a caller sees it: the names it goes by in the client. */
export interface CallerView extends Finding {
  /** Where callers meet it: "`query.status` of listAccount". */
  readonly where: string;
  /** The exported functions or types. */
  readonly exported: string;
  /** The functions, as they are called: "getAccount()". */
  readonly calls: string;
  readonly sent: boolean;
}

/** The findings of one cause, as callers see them. */
export const toCallerView = (group: readonly [Finding, ...Finding[]]): CallerView => ({
  ...group[0],
  where: describeUse(group),
  exported: formatList(group.map(({ location }) => location.exported)),
  calls: formatList(group.map(({ location }) => `${location.exported}()`)),
  sent: group[0].location.direction !== "response",
});

/** `Account.status`, or `query.status of listAccount and patchAccount`: one way in, all who have it. */
function describeUse(group: readonly Finding[]): string {
  const inside = groupBy(group, ({ location }) => `${location.owner.startsWith("schema ")} ${location.inside}`);
  return formatList(
    [...inside.values()].map((each) => {
      const [{ location }] = each;
      const exported = each.map((finding) => finding.location.exported);
      if (location.owner.startsWith("schema "))
        return formatList(location.inside === "" ? exported : exported.map((name) => `${name}.${location.inside}`));
      return location.inside === "" ? formatList(exported) : `${location.inside} of ${formatList(exported)}`;
    }),
  );
}

/** How a value is shown in a sentence: as JSON, cut where it gets long. */
export function formatValue(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…${text.endsWith('"') ? '"' : ""}` : text;
}

/** How a value changed. `null` says that there is none. */
export function formatChange(before: Json, after: Json): string {
  if (before === null) return `${formatValue(after)} is new`;
  return after === null ? `${formatValue(before)} is gone` : `${formatValue(before)} is now ${formatValue(after)}`;
}

/** A scope, or scopes of which one is needed. */
export const formatScopes = (value: Json): string => (isArray(value) ? value.join(" or ") : String(value));

/** "a", "a and b", "a, b and 3 more". */
export function formatList(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length <= 3) return unique.join(", ").replace(/, ([^,]*)$/, " and $1");
  return `${unique.slice(0, 2).join(", ")} and ${unique.length - 2} more`;
}
