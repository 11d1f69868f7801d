// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `GET /again` */
export function again(
  client: TestClient,
  input?: Input<Operations["again"]>,
  options?: CallOptions,
): Promise<Result<Operations["again"]>> {
  return call(client, "again", "GET", "/again", [204], input, options, { 204: "none" });
}

/** `GET /cookie` */
export function cookie(
  client: TestClient,
  input?: Input<Operations["cookie"]>,
  options?: CallOptions,
): Promise<Result<Operations["cookie"]>> {
  return call(client, "cookie", "GET", "/cookie", [204], input, options, { 204: "none", security: [["session"]] });
}

/** `GET /custom` */
export function custom(
  client: TestClient,
  input?: Input<Operations["custom"]>,
  options?: CallOptions,
): Promise<Result<Operations["custom"]>> {
  return call(client, "custom", "GET", "/custom", [204], input, options, { 204: "none", security: [["custom"]] });
}

/** `GET /default` */
export function usual(
  client: TestClient,
  input?: Input<Operations["usual"]>,
  options?: CallOptions,
): Promise<Result<Operations["usual"]>> {
  return call(client, "usual", "GET", "/default", [204], input, options, { 204: "none" });
}

/** `GET /login` */
export function login(
  client: TestClient,
  input?: Input<Operations["login"]>,
  options?: CallOptions,
): Promise<Result<Operations["login"]>> {
  return call(client, "login", "GET", "/login", [204], input, options, { 204: "none", security: [["login"]] });
}

/** `GET /open` */
export function open(
  client: TestClient,
  input?: Input<Operations["open"]>,
  options?: CallOptions,
): Promise<Result<Operations["open"]>> {
  return call(client, "open", "GET", "/open", [204], input, options, { 204: "none", security: [] });
}

/** `GET /optional` */
export function optional(
  client: TestClient,
  input?: Input<Operations["optional"]>,
  options?: CallOptions,
): Promise<Result<Operations["optional"]>> {
  return call(client, "optional", "GET", "/optional", [204], input, options, {
    204: "none",
    security: [[], ["session"]],
  });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  again: {
    method: "GET",
    path: "/again",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  cookie: {
    method: "GET",
    path: "/cookie",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", security: [["session"]] },
  },
  custom: {
    method: "GET",
    path: "/custom",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", security: [["custom"]] },
  },
  usual: {
    method: "GET",
    path: "/default",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  login: {
    method: "GET",
    path: "/login",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", security: [["login"]] },
  },
  open: {
    method: "GET",
    path: "/open",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", security: [] },
  },
  optional: {
    method: "GET",
    path: "/optional",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", security: [[], ["session"]] },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
