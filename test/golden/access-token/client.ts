// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { createSecuredClient, type SecurityDefinition, type TokenOptions } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** The document's security schemes. */
const security = { schemes: { oauth: { type: "oauth2" } }, requirement: [["oauth"]] } as const satisfies SecurityDefinition;

/** Creates a client for https://api.test/v1, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options: TokenOptions): TestClient {
  return createSecuredClient("https://api.test/v1", options, security);
}
