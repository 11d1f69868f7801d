// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

import type { AccountClient } from "./client.js";
import type { Descriptor } from "./runtime/bind.js";
import { call } from "./runtime/call.js";
import type { Input } from "./runtime/input.js";
import type { CallOptions } from "./runtime/options.js";
import { type Item, items, pages } from "./runtime/paginate.js";
import type { Data, Result } from "./runtime/result.js";
import type { operations as Operations } from "./types.js";

/**
 * List accounts
 *
 * `GET /api/v2/accounts`
 *
 * Returns one page. `listAccountItems` and `listAccountPages` iterate over all of them.
 *
 * Needs one of the scopes `accounts:read`, `accounts:all`, `all:read`, `all:all`.
 */
export function listAccount(
  client: AccountClient,
  input?: Input<Operations["listAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["listAccount"]>> {
  return call(client, "listAccount", "GET", "/api/v2/accounts", [200, 401, 402, 404, 429], input, options);
}

/**
 * Iterates over the items of `listAccount`, page by page until one has no cursor. `query.limit` defaults to 100.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listAccountItems(
  client: AccountClient,
  input?: Input<Operations["listAccount"]>,
  options?: CallOptions,
): AsyncGenerator<Item<Result<Operations["listAccount"]>>, void, undefined> {
  return items(listAccount, client, input, options, { limit: 100 });
}

/**
 * Iterates over the pages of `listAccount`. See `listAccountItems`.
 *
 * @throws {ApiError} For a page that is not a success.
 */
export function listAccountPages(
  client: AccountClient,
  input?: Input<Operations["listAccount"]>,
  options?: CallOptions,
): AsyncGenerator<Data<Result<Operations["listAccount"]>>, void, undefined> {
  return pages(listAccount, client, input, options, { limit: 100 });
}

/**
 * Add an account
 *
 * `POST /api/v2/accounts`
 *
 * Needs one of the scopes `accounts:create`, `accounts:all`, `all:create`, `all:all`.
 */
export function createAccount(
  client: AccountClient,
  input: Input<Operations["createAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["createAccount"]>> {
  return call(client, "createAccount", "POST", "/api/v2/accounts", [200, 400, 401, 402, 404, 429], input, options);
}

/**
 * Report daily sending
 *
 * How much each account sent on each day, and what came of it.
 *
 * `GET /api/v2/accounts/analytics/daily`
 */
export function getDailyAccountAnalytics(
  client: AccountClient,
  input?: Input<Operations["getDailyAccountAnalytics"]>,
  options?: CallOptions,
): Promise<Result<Operations["getDailyAccountAnalytics"]>> {
  return call(
    client,
    "getDailyAccountAnalytics",
    "GET",
    "/api/v2/accounts/analytics/daily",
    [200, 400, 401, 402, 404, 413, 429],
    input,
    options,
  );
}

/**
 * Check a tracking domain
 *
 * `GET /api/v2/accounts/ctd/status`
 *
 * Needs one of the scopes `accounts:read`, `accounts:all`, `all:read`, `all:all`.
 */
export function getCtdStatus(
  client: AccountClient,
  input: Input<Operations["getCtdStatus"]>,
  options?: CallOptions,
): Promise<Result<Operations["getCtdStatus"]>> {
  return call(
    client,
    "getCtdStatus",
    "GET",
    "/api/v2/accounts/ctd/status",
    [200, 400, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Move accounts to another workspace
 *
 * Takes accounts from one workspace of a group to another. The key has to be that of the admin workspace, which
 * both workspaces have to share; https://developer.instantly.ai/workspace-group describes groups.
 *
 * `POST /api/v2/accounts/move`
 */
export function moveAccounts(
  client: AccountClient,
  input: Input<Operations["moveAccounts"]>,
  options?: CallOptions,
): Promise<Result<Operations["moveAccounts"]>> {
  return call(client, "moveAccounts", "POST", "/api/v2/accounts/move", [200, 401, 402, 404, 429], input, options);
}

/**
 * Pause many accounts
 *
 * Stops sending from as many as 100 accounts of the key's workspace. Every address comes back once, in
 * `paused_emails` or in `failed_emails`.
 *
 * `POST /api/v2/accounts/pause`
 *
 * Needs one of the scopes `accounts:update`, `accounts:all`, `all:update`, `all:all`.
 */
export function pauseAccounts(
  client: AccountClient,
  input: Input<Operations["pauseAccounts"]>,
  options?: CallOptions,
): Promise<Result<Operations["pauseAccounts"]>> {
  return call(client, "pauseAccounts", "POST", "/api/v2/accounts/pause", [200, 401, 402, 404, 429], input, options);
}

/**
 * Check the DNS records of accounts
 *
 * `POST /api/v2/accounts/test/vitals`
 *
 * Needs one of the scopes `accounts:read`, `accounts:all`, `all:read`, `all:all`.
 */
export function testAccountVitals(
  client: AccountClient,
  input?: Input<Operations["testAccountVitals"]>,
  options?: CallOptions,
): Promise<Result<Operations["testAccountVitals"]>> {
  return call(
    client,
    "testAccountVitals",
    "POST",
    "/api/v2/accounts/test/vitals",
    [200, 400, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Report warmup
 *
 * `POST /api/v2/accounts/warmup-analytics`
 *
 * Needs one of the scopes `accounts:read`, `accounts:all`, `all:read`, `all:all`.
 */
export function getWarmupAnalytics(
  client: AccountClient,
  input: Input<Operations["getWarmupAnalytics"]>,
  options?: CallOptions,
): Promise<Result<Operations["getWarmupAnalytics"]>> {
  return call(
    client,
    "getWarmupAnalytics",
    "POST",
    "/api/v2/accounts/warmup-analytics",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Switch warmup off
 *
 * Starts a background job that switches warmup off, and gives that job. `GET /api/v2/background-jobs/{id}` tells
 * how far it is.
 *
 * `POST /api/v2/accounts/warmup/disable`
 */
export function disableWarmupForAccounts(
  client: AccountClient,
  input?: Input<Operations["disableWarmupForAccounts"]>,
  options?: CallOptions,
): Promise<Result<Operations["disableWarmupForAccounts"]>> {
  return call(
    client,
    "disableWarmupForAccounts",
    "POST",
    "/api/v2/accounts/warmup/disable",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Switch warmup on
 *
 * Starts a background job that switches warmup on, and gives that job. `GET /api/v2/background-jobs/{id}` tells
 * how far it is.
 *
 * `POST /api/v2/accounts/warmup/enable`
 */
export function enableWarmupForAccounts(
  client: AccountClient,
  input?: Input<Operations["enableWarmupForAccounts"]>,
  options?: CallOptions,
): Promise<Result<Operations["enableWarmupForAccounts"]>> {
  return call(
    client,
    "enableWarmupForAccounts",
    "POST",
    "/api/v2/accounts/warmup/enable",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Delete an account
 *
 * `DELETE /api/v2/accounts/{email}`
 *
 * Needs one of the scopes `accounts:delete`, `accounts:all`, `all:delete`, `all:all`.
 */
export function deleteAccount(
  client: AccountClient,
  input: Input<Operations["deleteAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["deleteAccount"]>> {
  return call(client, "deleteAccount", "DELETE", "/api/v2/accounts/{email}", [200, 401, 402, 404, 429], input, options);
}

/**
 * Read an account
 *
 * `GET /api/v2/accounts/{email}`
 *
 * Needs one of the scopes `accounts:read`, `accounts:all`, `all:read`, `all:all`.
 */
export function getAccount(
  client: AccountClient,
  input: Input<Operations["getAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["getAccount"]>> {
  return call(client, "getAccount", "GET", "/api/v2/accounts/{email}", [200, 401, 402, 404, 429], input, options);
}

/**
 * Change an account
 *
 * `PATCH /api/v2/accounts/{email}`
 *
 * Needs one of the scopes `accounts:update`, `accounts:all`, `all:update`, `all:all`.
 */
export function patchAccount(
  client: AccountClient,
  input: Input<Operations["patchAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["patchAccount"]>> {
  return call(client, "patchAccount", "PATCH", "/api/v2/accounts/{email}", [200, 401, 402, 404, 429], input, options);
}

/**
 * Clear an account's error
 *
 * `POST /api/v2/accounts/{email}/mark-fixed`
 *
 * Needs one of the scopes `accounts:update`, `accounts:all`, `all:update`, `all:all`.
 */
export function markAccountFixed(
  client: AccountClient,
  input: Input<Operations["markAccountFixed"]>,
  options?: CallOptions,
): Promise<Result<Operations["markAccountFixed"]>> {
  return call(
    client,
    "markAccountFixed",
    "POST",
    "/api/v2/accounts/{email}/mark-fixed",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Stop sending from an account
 *
 * `POST /api/v2/accounts/{email}/pause`
 *
 * Needs one of the scopes `accounts:update`, `accounts:all`, `all:update`, `all:all`.
 */
export function pauseAccount(
  client: AccountClient,
  input: Input<Operations["pauseAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["pauseAccount"]>> {
  return call(
    client,
    "pauseAccount",
    "POST",
    "/api/v2/accounts/{email}/pause",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/**
 * Let a paused account send again
 *
 * `POST /api/v2/accounts/{email}/resume`
 *
 * Needs one of the scopes `accounts:update`, `accounts:all`, `all:update`, `all:all`.
 */
export function resumeAccount(
  client: AccountClient,
  input: Input<Operations["resumeAccount"]>,
  options?: CallOptions,
): Promise<Result<Operations["resumeAccount"]>> {
  return call(
    client,
    "resumeAccount",
    "POST",
    "/api/v2/accounts/{email}/resume",
    [200, 401, 402, 404, 429],
    input,
    options,
  );
}

/** The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes. */
export const operations = {
  /** List accounts */
  listAccount: {
    method: "GET",
    path: "/api/v2/accounts",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:read", "accounts:all", "all:read", "all:all"]],
  },
  /** Add an account */
  createAccount: {
    method: "POST",
    path: "/api/v2/accounts",
    statuses: [200, 400, 401, 402, 404, 429],
    scopes: [["accounts:create", "accounts:all", "all:create", "all:all"]],
  },
  /** Report daily sending */
  getDailyAccountAnalytics: {
    method: "GET",
    path: "/api/v2/accounts/analytics/daily",
    statuses: [200, 400, 401, 402, 404, 413, 429],
    scopes: [],
  },
  /** Check a tracking domain */
  getCtdStatus: {
    method: "GET",
    path: "/api/v2/accounts/ctd/status",
    statuses: [200, 400, 401, 402, 404, 429],
    scopes: [["accounts:read", "accounts:all", "all:read", "all:all"]],
  },
  /** Move accounts to another workspace */
  moveAccounts: {
    method: "POST",
    path: "/api/v2/accounts/move",
    statuses: [200, 401, 402, 404, 429],
    scopes: [],
  },
  /** Pause many accounts */
  pauseAccounts: {
    method: "POST",
    path: "/api/v2/accounts/pause",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:update", "accounts:all", "all:update", "all:all"]],
  },
  /** Check the DNS records of accounts */
  testAccountVitals: {
    method: "POST",
    path: "/api/v2/accounts/test/vitals",
    statuses: [200, 400, 401, 402, 404, 429],
    scopes: [["accounts:read", "accounts:all", "all:read", "all:all"]],
  },
  /** Report warmup */
  getWarmupAnalytics: {
    method: "POST",
    path: "/api/v2/accounts/warmup-analytics",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:read", "accounts:all", "all:read", "all:all"]],
  },
  /** Switch warmup off */
  disableWarmupForAccounts: {
    method: "POST",
    path: "/api/v2/accounts/warmup/disable",
    statuses: [200, 401, 402, 404, 429],
    scopes: [],
  },
  /** Switch warmup on */
  enableWarmupForAccounts: {
    method: "POST",
    path: "/api/v2/accounts/warmup/enable",
    statuses: [200, 401, 402, 404, 429],
    scopes: [],
  },
  /** Delete an account */
  deleteAccount: {
    method: "DELETE",
    path: "/api/v2/accounts/{email}",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:delete", "accounts:all", "all:delete", "all:all"]],
  },
  /** Read an account */
  getAccount: {
    method: "GET",
    path: "/api/v2/accounts/{email}",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:read", "accounts:all", "all:read", "all:all"]],
  },
  /** Change an account */
  patchAccount: {
    method: "PATCH",
    path: "/api/v2/accounts/{email}",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:update", "accounts:all", "all:update", "all:all"]],
  },
  /** Clear an account's error */
  markAccountFixed: {
    method: "POST",
    path: "/api/v2/accounts/{email}/mark-fixed",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:update", "accounts:all", "all:update", "all:all"]],
  },
  /** Stop sending from an account */
  pauseAccount: {
    method: "POST",
    path: "/api/v2/accounts/{email}/pause",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:update", "accounts:all", "all:update", "all:all"]],
  },
  /** Let a paused account send again */
  resumeAccount: {
    method: "POST",
    path: "/api/v2/accounts/{email}/resume",
    statuses: [200, 401, 402, 404, 429],
    scopes: [["accounts:update", "accounts:all", "all:update", "all:all"]],
  },
} as const satisfies Record<keyof Operations, Descriptor>;
