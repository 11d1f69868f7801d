// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { type BasicCredentialsOptions, createSecuredClient, type SecurityDefinition } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** The document's security schemes. */
const security = { schemes: { login: { type: "http", scheme: "basic" } }, requirement: [["login"]] } as const satisfies SecurityDefinition;

/** Creates a client for https://api.test/v1, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options: BasicCredentialsOptions): TestClient {
  return createSecuredClient("https://api.test/v1", options, security);
}
