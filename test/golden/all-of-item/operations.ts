// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptors } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { CallOptions } from "./runtime/client.js";
import type { Input } from "./runtime/input.js";
import { type Item, items } from "./runtime/pages.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations, paths } from "./types.js";

/**
 * List things
 *
 * `GET /things`
 *
 * Gives one page; `listThingItems` walks them all.
 */
export function listThing(
  client: TestClient,
  input?: Input<Operations["listThing"]>,
  options?: CallOptions,
): Promise<Result<Operations["listThing"]>> {
  return call(client, "GET", "/things", [200, 429], input, options);
}

/**
 * The items of `listThing`, one by one, page after page, up to the first page that gives no cursor.
 *
 * @throws {ApiError} for a page that is not a success.
 */
export function listThingItems(
  client: TestClient,
  input?: Input<Operations["listThing"]>,
  options?: CallOptions,
): AsyncGenerator<Item<Result<Operations["listThing"]>>, void, undefined> {
  return items(listThing, client, input, options);
}

/**
 * Read a thing
 *
 * `GET /things/{id}`
 */
export function getThing(
  client: TestClient,
  input: Input<Operations["getThing"]>,
  options?: CallOptions,
): Promise<Result<Operations["getThing"]>> {
  return call(client, "GET", "/things/{id}", [200, 429], input, options);
}

/** What is known of each operation: for `bind`, for tables of methods, for checks of an API key's scopes. */
export const operations = {
  /** List things */
  listThing: {
    method: "GET",
    path: "/things",
    statuses: [200, 429],
    scopes: [],
  },
  /** Read a thing */
  getThing: {
    method: "GET",
    path: "/things/{id}",
    statuses: [200, 429],
    scopes: [],
  },
} as const satisfies Descriptors<paths>;
