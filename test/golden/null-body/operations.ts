// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Delete a thing
 *
 * `DELETE /things/{id}`
 */
export function deleteThing(
  client: TestClient,
  input: Input<Operations["deleteThing"]>,
  options?: CallOptions,
): Promise<Result<Operations["deleteThing"]>> {
  return call(client, "deleteThing", "DELETE", "/things/{id}", [200], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Delete a thing */
  deleteThing: {
    method: "DELETE",
    path: "/things/{id}",
    statuses: [200],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
