// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `GET /any` */
export function anything(
  client: TestClient,
  input?: Input<Operations["anything"]>,
  options?: CallOptions,
): Promise<Result<Operations["anything"]>> {
  return call(client, "anything", "GET", "/any", [200], input, options, { 200: "blob" });
}

/** `GET /choice` */
export function choice(
  client: TestClient,
  input?: Input<Operations["choice"]>,
  options?: CallOptions,
): Promise<Result<Operations["choice"]>> {
  return call(client, "choice", "GET", "/choice", [200], input, options, { accept: "application/json" });
}

/** `GET /download` */
export function download(
  client: TestClient,
  input?: Input<Operations["download"]>,
  options?: CallOptions,
): Promise<Result<Operations["download"]>> {
  return call(client, "download", "GET", "/download", [200], input, options, { 200: "blob" });
}

/** `GET /events` */
export function events(
  client: TestClient,
  input?: Input<Operations["events"]>,
  options?: CallOptions,
): Promise<Result<Operations["events"]>> {
  return call(client, "events", "GET", "/events", [200, 404], input, options, { 200: "stream" });
}

/** `GET /lines` */
export function lines(
  client: TestClient,
  input?: Input<Operations["lines"]>,
  options?: CallOptions,
): Promise<Result<Operations["lines"]>> {
  return call(client, "lines", "GET", "/lines", [200], input, options, { 200: "stream" });
}

/** `DELETE /nothing` */
export function nothing(
  client: TestClient,
  input?: Input<Operations["nothing"]>,
  options?: CallOptions,
): Promise<Result<Operations["nothing"]>> {
  return call(client, "nothing", "DELETE", "/nothing", [204], input, options, { 204: "none" });
}

/** `GET /page` */
export function page(
  client: TestClient,
  input?: Input<Operations["page"]>,
  options?: CallOptions,
): Promise<Result<Operations["page"]>> {
  return call(client, "page", "GET", "/page", [200], input, options, { 200: "text" });
}

/** `GET /picture` */
export function picture(
  client: TestClient,
  input?: Input<Operations["picture"]>,
  options?: CallOptions,
): Promise<Result<Operations["picture"]>> {
  return call(client, "picture", "GET", "/picture", [202, 404, "2XX", "default"], input, options, {
    "2XX": "blob",
    json: [202, 404, "default"],
  });
}

/** `HEAD /picture` */
export function hasPicture(
  client: TestClient,
  input?: Input<Operations["hasPicture"]>,
  options?: CallOptions,
): Promise<Result<Operations["hasPicture"]>> {
  return call(client, "hasPicture", "HEAD", "/picture", [200, 404], input, options, { 200: "none", 404: "none" });
}

/** `GET /text` */
export function text(
  client: TestClient,
  input?: Input<Operations["text"]>,
  options?: CallOptions,
): Promise<Result<Operations["text"]>> {
  return call(client, "text", "GET", "/text", [200], input, options, { 200: "text" });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  anything: {
    method: "GET",
    path: "/any",
    statuses: [200],
    scopes: [],
    overrides: { 200: "blob" },
  },
  choice: {
    method: "GET",
    path: "/choice",
    statuses: [200],
    scopes: [],
    overrides: { accept: "application/json" },
  },
  download: {
    method: "GET",
    path: "/download",
    statuses: [200],
    scopes: [],
    overrides: { 200: "blob" },
  },
  events: {
    method: "GET",
    path: "/events",
    statuses: [200, 404],
    scopes: [],
    overrides: { 200: "stream" },
  },
  lines: {
    method: "GET",
    path: "/lines",
    statuses: [200],
    scopes: [],
    overrides: { 200: "stream" },
  },
  nothing: {
    method: "DELETE",
    path: "/nothing",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  page: {
    method: "GET",
    path: "/page",
    statuses: [200],
    scopes: [],
    overrides: { 200: "text" },
  },
  picture: {
    method: "GET",
    path: "/picture",
    statuses: [202, 404, "2XX", "default"],
    scopes: [],
    overrides: { "2XX": "blob", json: [202, 404, "default"] },
  },
  hasPicture: {
    method: "HEAD",
    path: "/picture",
    statuses: [200, 404],
    scopes: [],
    overrides: { 200: "none", 404: "none" },
  },
  text: {
    method: "GET",
    path: "/text",
    statuses: [200],
    scopes: [],
    overrides: { 200: "text" },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
