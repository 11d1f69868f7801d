// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Delete everything
 *
 * `POST /delete`
 */
export function delete_(
  client: TestClient,
  input?: Input<Operations["delete_"]>,
  options?: CallOptions,
): Promise<Result<Operations["delete_"]>> {
  return call(client, "delete_", "POST", "/delete", [202], input, options, { 202: "none" });
}

/**
 * Read a pet
 *
 * `GET /pets/{pet-id}`
 */
export function getPetsByPetId(
  client: TestClient,
  input: Input<Operations["getPetsByPetId"]>,
  options?: CallOptions,
): Promise<Result<Operations["getPetsByPetId"]>> {
  return call(client, "getPetsByPetId", "GET", "/pets/{pet-id}", ["2XX", "4XX"], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Delete everything */
  delete_: {
    method: "POST",
    path: "/delete",
    statuses: [202],
    scopes: [],
    overrides: { 202: "none" },
  },
  /** Read a pet */
  getPetsByPetId: {
    method: "GET",
    path: "/pets/{pet-id}",
    statuses: ["2XX", "4XX"],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
