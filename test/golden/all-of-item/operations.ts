// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import { type Item, items, pages } from "./runtime/paginate.js";
import type { Data, Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * List things
 *
 * `GET /things`
 *
 * Returns one page. `listThingItems` and `listThingPages` iterate over all of them.
 */
export function listThing(
  client: TestClient,
  input?: Input<Operations["listThing"]>,
  options?: CallOptions,
): Promise<Result<Operations["listThing"]>> {
  return call(client, "listThing", "GET", "/things", [200, 429], input, options);
}

/**
 * Iterates over the items of `listThing`, page by page until one has no cursor. `query.limit` defaults to 100.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listThingItems(
  client: TestClient,
  input?: Input<Operations["listThing"]>,
  options?: CallOptions,
): AsyncGenerator<Item<Result<Operations["listThing"]>>, void, undefined> {
  return items(listThing, client, input, options, { limit: 100 });
}

/**
 * Iterates over the pages of `listThing`. See `listThingItems`.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listThingPages(
  client: TestClient,
  input?: Input<Operations["listThing"]>,
  options?: CallOptions,
): AsyncGenerator<Data<Result<Operations["listThing"]>>, void, undefined> {
  return pages(listThing, client, input, options, { limit: 100 });
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
  return call(client, "getThing", "GET", "/things/{id}", [200, 429], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
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
} as const satisfies Record<keyof Operations, Descriptor>;
