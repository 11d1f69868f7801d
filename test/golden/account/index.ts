// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

import type { components } from "./types.js";

export { type AccountClient, createAccountClient } from "./client.js";
export * from "./enums.js";
export * from "./operations.js";
export * from "./runtime/index.js";
export type { components, paths } from "./types.js";

/** A mailbox that campaigns send from. */
export type Account = components["schemas"]["Account"];

/** Work that goes on after the call that started it. */
export type BackgroundJob = components["schemas"]["BackgroundJob"];
