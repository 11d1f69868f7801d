import type { Direction } from "./change.ts";

/** Where a rule looks: what the reader of a report calls it, and what the caller of the client does. */
export interface Place {
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
export const whole = (owner: string): Place => ({
  owner,
  path: "",
  name: "",
  direction: "none",
  exported: "",
  inside: "",
});

/** `GET /api/v2/accounts 200: items[].tags`. */
export const siteOf = ({ owner, path }: Place): string => (path === "" ? owner : `${owner}: ${path}`);

/** A property of what stands at a place. */
export const property = (place: Place, name: string): Place => ({
  ...place,
  name,
  path: join(place.path, name),
  inside: join(place.inside, name),
});

/** The items of a list. */
export const item = (place: Place): Place => ({
  ...place,
  path: `${place.path}[]`,
  inside: `${place.inside}[]`,
});

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
