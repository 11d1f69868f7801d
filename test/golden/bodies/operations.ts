// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `PUT /bytes` */
export function store(
  client: TestClient,
  input: Input<Operations["store"]>,
  options?: CallOptions,
): Promise<Result<Operations["store"]>> {
  return call(client, "store", "PUT", "/bytes", [204], input, options, {
    204: "none",
    body: { type: "application/octet-stream", as: "blob" },
  });
}

/** `POST /choice` */
export function choose(
  client: TestClient,
  input: Input<Operations["choose"]>,
  options?: CallOptions,
): Promise<Result<Operations["choose"]>> {
  return call(client, "choose", "POST", "/choice", [204], input, options, { 204: "none" });
}

/** `POST /form` */
export function submit(
  client: TestClient,
  input?: Input<Operations["submit"]>,
  options?: CallOptions,
): Promise<Result<Operations["submit"]>> {
  return call(client, "submit", "POST", "/form", [204], input, options, {
    204: "none",
    body: {
      type: "application/x-www-form-urlencoded",
      as: "form",
      encoding: {
        deep: { style: "deepObject", explode: true },
        joined: { style: "form", explode: false },
      },
    },
  });
}

/** `PUT /image` */
export function draw(
  client: TestClient,
  input: Input<Operations["draw"]>,
  options?: CallOptions,
): Promise<Result<Operations["draw"]>> {
  return call(client, "draw", "PUT", "/image", [204], input, options, {
    204: "none",
    body: { type: "image/*", as: "blob" },
  });
}

/** `POST /multipart` */
export function upload(
  client: TestClient,
  input: Input<Operations["upload"]>,
  options?: CallOptions,
): Promise<Result<Operations["upload"]>> {
  return call(client, "upload", "POST", "/multipart", [204], input, options, {
    204: "none",
    body: {
      type: "multipart/form-data",
      as: "multipart",
      encoding: { about: { contentType: "application/json" } },
    },
  });
}

/** `PATCH /patch` */
export function merge(
  client: TestClient,
  input: Input<Operations["merge"]>,
  options?: CallOptions,
): Promise<Result<Operations["merge"]>> {
  return call(client, "merge", "PATCH", "/patch", [204], input, options, {
    204: "none",
    body: { type: "application/merge-patch+json", as: "json" },
  });
}

/** `PUT /text` */
export function write(
  client: TestClient,
  input: Input<Operations["write"]>,
  options?: CallOptions,
): Promise<Result<Operations["write"]>> {
  return call(client, "write", "PUT", "/text", [204], input, options, {
    204: "none",
    body: { type: "text/plain", as: "text" },
  });
}

/** `POST /xml` */
export function mark(
  client: TestClient,
  input: Input<Operations["mark"]>,
  options?: CallOptions,
): Promise<Result<Operations["mark"]>> {
  return call(client, "mark", "POST", "/xml", [204], input, options, {
    204: "none",
    body: { type: "application/xml", as: "text" },
  });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  store: {
    method: "PUT",
    path: "/bytes",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", body: { type: "application/octet-stream", as: "blob" } },
  },
  choose: {
    method: "POST",
    path: "/choice",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  submit: {
    method: "POST",
    path: "/form",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      body: {
        type: "application/x-www-form-urlencoded",
        as: "form",
        encoding: {
          deep: { style: "deepObject", explode: true },
          joined: { style: "form", explode: false },
        },
      },
    },
  },
  draw: {
    method: "PUT",
    path: "/image",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", body: { type: "image/*", as: "blob" } },
  },
  upload: {
    method: "POST",
    path: "/multipart",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      body: {
        type: "multipart/form-data",
        as: "multipart",
        encoding: { about: { contentType: "application/json" } },
      },
    },
  },
  merge: {
    method: "PATCH",
    path: "/patch",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", body: { type: "application/merge-patch+json", as: "json" } },
  },
  write: {
    method: "PUT",
    path: "/text",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", body: { type: "text/plain", as: "text" } },
  },
  mark: {
    method: "POST",
    path: "/xml",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none", body: { type: "application/xml", as: "text" } },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
