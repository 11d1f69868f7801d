// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `GET /one` */
export function one(
  client: TestClient,
  input?: Input<Operations["one"]>,
  options?: CallOptions,
): Promise<Result<Operations["one"]>> {
  return call(client, "one", "GET", "/one", [204], input, options, { 204: "none" });
}

/** `GET /three` */
export function three(
  client: TestClient,
  input?: Input<Operations["three"]>,
  options?: CallOptions,
): Promise<Result<Operations["three"]>> {
  return call(client, "three", "GET", "/three", [204], input, options, { 204: "none", server: "https://own.test/v3" });
}

/** `GET /two` */
export function two(
  client: TestClient,
  input?: Input<Operations["two"]>,
  options?: CallOptions,
): Promise<Result<Operations["two"]>> {
  return call(client, "two", "GET", "/two", [204], input, options, { 204: "none", server: "https://path.test" });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  one: {
    method: "GET",
    path: "/one",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  three: {
    method: "GET",
    path: "/three",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", server: "https://own.test/v3" },
  },
  two: {
    method: "GET",
    path: "/two",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", server: "https://path.test" },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
