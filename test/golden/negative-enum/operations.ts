// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * List jobs
 *
 * `GET /jobs`
 *
 * Needs one of the scopes `jobs:read`, `all:read`.
 */
export function listJobs(
  client: TestClient,
  input?: Input<Operations["listJobs"]>,
  options?: CallOptions,
): Promise<Result<Operations["listJobs"]>> {
  return call(client, "listJobs", "GET", "/jobs", [200], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** List jobs */
  listJobs: {
    method: "GET",
    path: "/jobs",
    statuses: [200],
    scopes: [["jobs:read", "all:read"]],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
