// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * Read mail
 *
 * `GET /mail`
 */
export function readMail(
  client: TestClient,
  input: Input<Operations["readMail"]>,
  options?: CallOptions,
): Promise<Result<Operations["readMail"]>> {
  return call(client, "readMail", "GET", "/mail", [200], input, options);
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** Read mail */
  readMail: {
    method: "GET",
    path: "/mail",
    statuses: [200],
    scopes: [],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
