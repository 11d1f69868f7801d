// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Find things
 *
 * `POST /things`
 */
export function findThings(
  client: TestClient,
  input: Input<Operations["findThings"]>,
  options?: CallOptions,
): Promise<Result<Operations["findThings"]>> {
  return call(client, "findThings", "POST", "/things", [204], input, options, { 204: "none" });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Find things */
  findThings: {
    method: "POST",
    path: "/things",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
