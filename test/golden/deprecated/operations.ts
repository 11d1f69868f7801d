// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Read a thing the old way. Use `getThing`: it gives the same and more.
 *
 * \@ignore This is text, not a tag. *\/ So is this.
 *
 * `GET /things/{id}/old`
 *
 * @deprecated
 */
export function getOldThing(
  client: TestClient,
  input: Input<Operations["getOldThing"]>,
  options?: CallOptions,
): Promise<Result<Operations["getOldThing"]>> {
  return call(client, "getOldThing", "GET", "/things/{id}/old", [200, "default"], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Read a thing the old way */
  getOldThing: {
    method: "GET",
    path: "/things/{id}/old",
    statuses: [200, "default"],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
