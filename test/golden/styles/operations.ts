// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { TestClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import type { Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/** `GET /headers` */
export function headers(
  client: TestClient,
  input: Input<Operations["headers"]>,
  options?: CallOptions,
): Promise<Result<Operations["headers"]>> {
  return call(client, "headers", "GET", "/headers", [204], input, options, {
    204: "none",
    header: {
      "X-List": { style: "simple", explode: false },
      "X-Object": { style: "simple", explode: true },
      "X-Since": { style: "simple", explode: false },
    },
    cookie: { names: { style: "form", explode: false } },
  });
}

/** `GET /label/{one}/{list}/{lists}/{object}/{objects}` */
export function label(
  client: TestClient,
  input: Input<Operations["label"]>,
  options?: CallOptions,
): Promise<Result<Operations["label"]>> {
  return call(client, "label", "GET", "/label/{one}/{list}/{lists}/{object}/{objects}", [204], input, options, {
    204: "none",
    path: {
      list: { style: "label", explode: false },
      lists: { style: "label", explode: true },
      object: { style: "label", explode: false },
      objects: { style: "label", explode: true },
      one: { style: "label", explode: false },
    },
  });
}

/** `GET /matrix/{one}/{list}/{lists}/{object}/{objects}` */
export function matrix(
  client: TestClient,
  input: Input<Operations["matrix"]>,
  options?: CallOptions,
): Promise<Result<Operations["matrix"]>> {
  return call(client, "matrix", "GET", "/matrix/{one}/{list}/{lists}/{object}/{objects}", [204], input, options, {
    204: "none",
    path: {
      list: { style: "matrix", explode: false },
      lists: { style: "matrix", explode: true },
      object: { style: "matrix", explode: false },
      objects: { style: "matrix", explode: true },
      one: { style: "matrix", explode: false },
    },
  });
}

/** `GET /plain` */
export function plain(
  client: TestClient,
  input?: Input<Operations["plain"]>,
  options?: CallOptions,
): Promise<Result<Operations["plain"]>> {
  return call(client, "plain", "GET", "/plain", [204], input, options, { 204: "none" });
}

/** `GET /query` */
export function search(
  client: TestClient,
  input?: Input<Operations["search"]>,
  options?: CallOptions,
): Promise<Result<Operations["search"]>> {
  return call(client, "search", "GET", "/query", [204], input, options, {
    204: "none",
    query: {
      deep: { style: "deepObject", explode: true },
      joined: { style: "form", explode: false },
      object: { style: "form", explode: true },
      objectJoined: { style: "form", explode: false },
      objectPipes: { style: "pipeDelimited", explode: false },
      "odd&name": { style: "form", explode: true },
      pipes: { style: "pipeDelimited", explode: false },
      reserved: { style: "form", explode: true, allowReserved: true },
      spaces: { style: "spaceDelimited", explode: false },
      where: { style: "form", contentType: "application/json" },
    },
  });
}

/** `GET /simple/{id}/{list}/{object}/{exploded}` */
export function simple(
  client: TestClient,
  input: Input<Operations["simple"]>,
  options?: CallOptions,
): Promise<Result<Operations["simple"]>> {
  return call(client, "simple", "GET", "/simple/{id}/{list}/{object}/{exploded}", [204], input, options, {
    204: "none",
    path: {
      exploded: { style: "simple", explode: true },
      list: { style: "simple", explode: false },
      object: { style: "simple", explode: false },
      id: { style: "simple", explode: false },
    },
  });
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  headers: {
    method: "GET",
    path: "/headers",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      header: {
        "X-List": { style: "simple", explode: false },
        "X-Object": { style: "simple", explode: true },
        "X-Since": { style: "simple", explode: false },
      },
      cookie: { names: { style: "form", explode: false } },
    },
  },
  label: {
    method: "GET",
    path: "/label/{one}/{list}/{lists}/{object}/{objects}",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      path: {
        list: { style: "label", explode: false },
        lists: { style: "label", explode: true },
        object: { style: "label", explode: false },
        objects: { style: "label", explode: true },
        one: { style: "label", explode: false },
      },
    },
  },
  matrix: {
    method: "GET",
    path: "/matrix/{one}/{list}/{lists}/{object}/{objects}",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      path: {
        list: { style: "matrix", explode: false },
        lists: { style: "matrix", explode: true },
        object: { style: "matrix", explode: false },
        objects: { style: "matrix", explode: true },
        one: { style: "matrix", explode: false },
      },
    },
  },
  plain: {
    method: "GET",
    path: "/plain",
    statuses: [204],
    scopes: [],
    overrides: { 204: "none" },
  },
  search: {
    method: "GET",
    path: "/query",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      query: {
        deep: { style: "deepObject", explode: true },
        joined: { style: "form", explode: false },
        object: { style: "form", explode: true },
        objectJoined: { style: "form", explode: false },
        objectPipes: { style: "pipeDelimited", explode: false },
        "odd&name": { style: "form", explode: true },
        pipes: { style: "pipeDelimited", explode: false },
        reserved: { style: "form", explode: true, allowReserved: true },
        spaces: { style: "spaceDelimited", explode: false },
        where: { style: "form", contentType: "application/json" },
      },
    },
  },
  simple: {
    method: "GET",
    path: "/simple/{id}/{list}/{object}/{exploded}",
    statuses: [204],
    scopes: [],
    overrides: {
      204: "none",
      path: {
        exploded: { style: "simple", explode: true },
        list: { style: "simple", explode: false },
        object: { style: "simple", explode: false },
        id: { style: "simple", explode: false },
      },
    },
  },
} as const satisfies Record<keyof Operations, Descriptor>;
