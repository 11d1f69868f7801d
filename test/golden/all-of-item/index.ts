// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { components } from "./types.js";

export { type TestClient, createTestClient } from "./client.js";
export * from "./operations.js";
export * from "./runtime/index.js";
export type { UnauthenticatedOptions } from "./runtime/auth.js";
export type { components, paths } from "./types.js";

export type Thing = components["schemas"]["Thing"];
