// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Change what two groups of scopes guard
 *
 * Changes it.
 *
 * `PUT /limited`
 *
 * Needs one of the scopes `a:update`, `all:all`, and one of the scopes `b:update`, `all:all`.
 */
export function putLimited(
  client: TestClient,
  input?: Input<Operations["putLimited"]>,
  options?: CallOptions,
): Promise<Result<Operations["putLimited"]>> {
  return call(client, "putLimited", "PUT", "/limited", [200], input, options, { 200: "none" });
}

/** `GET /ping` */
export function ping(
  client: TestClient,
  input?: Input<Operations["ping"]>,
  options?: CallOptions,
): Promise<Result<Operations["ping"]>> {
  return call(client, "ping", "GET", "/ping", [200], input, options, { 200: "none" });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Change what two groups of scopes guard */
  putLimited: {
    method: "PUT",
    path: "/limited",
    statuses: [200],
    scopes: [["a:update", "all:all"], ["b:update", "all:all"]],
    overrides: { 200: "none" },
  },
  ping: {
    method: "GET",
    path: "/ping",
    statuses: [200],
    scopes: [],
    overrides: { 200: "none" },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
