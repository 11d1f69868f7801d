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
 * `GET /things`
 *
 * Gives one page; `listThingsItems` walks them all.
 */
export function listThings(
  client: TestClient,
  input?: Input<Operations["listThings"]>,
  options?: CallOptions,
): Promise<Result<Operations["listThings"]>> {
  return call(client, "GET", "/things", [200], input, options);
}

/**
 * The items of `listThings`, one by one, page after page, up to the first page that gives no cursor.
 *
 * @throws {ApiError} for a page that is not a success.
 */
export function listThingsItems(
  client: TestClient,
  input?: Input<Operations["listThings"]>,
  options?: CallOptions,
): AsyncGenerator<Item<Result<Operations["listThings"]>>, void, undefined> {
  return items(listThings, client, input, options);
}

/** What is known of each operation: for `bind`, for tables of methods, for checks of an API key's scopes. */
export const operations = {
  listThings: {
    method: "GET",
    path: "/things",
    statuses: [200],
    scopes: [],
  },
} as const satisfies Descriptors<paths>;
