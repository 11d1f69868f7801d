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
 * `GET /things`
 *
 * Returns one page. `listThingsItems` and `listThingsPages` iterate over all of them.
 */
export function listThings(
  client: TestClient,
  input?: Input<Operations["listThings"]>,
  options?: CallOptions,
): Promise<Result<Operations["listThings"]>> {
  return call(client, "listThings", "GET", "/things", [200], input, options);
}

/**
 * Iterates over the items of `listThings`, page by page until one has no cursor.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listThingsItems(
  client: TestClient,
  input?: Input<Operations["listThings"]>,
  options?: CallOptions,
): AsyncGenerator<Item<Result<Operations["listThings"]>>, void, undefined> {
  return items(listThings, client, input, options);
}

/**
 * Iterates over the pages of `listThings`. See `listThingsItems`.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listThingsPages(
  client: TestClient,
  input?: Input<Operations["listThings"]>,
  options?: CallOptions,
): AsyncGenerator<Data<Result<Operations["listThings"]>>, void, undefined> {
  return pages(listThings, client, input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  listThings: {
    method: "GET",
    path: "/things",
    statuses: [200],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
