// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { type ApiKeyOptions, createSecuredClient, type SecurityDefinition } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** The document's security schemes. */
const security = {
  schemes: { key: { type: "apiKey", in: "query", name: "api_key" } },
  requirement: [["key"]],
} as const satisfies SecurityDefinition;

/** Creates a client for https://api.test/v1, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options?: Partial<ApiKeyOptions>): TestClient {
  return createSecuredClient("https://api.test/v1", options, security);
}
