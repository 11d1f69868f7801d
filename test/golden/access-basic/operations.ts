// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `GET /me` */
export function me(
  client: TestClient,
  input?: Input<Operations["me"]>,
  options?: CallOptions,
): Promise<Result<Operations["me"]>> {
  return call(client, "me", "GET", "/me", [200], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  me: {
    method: "GET",
    path: "/me",
    statuses: [200],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
