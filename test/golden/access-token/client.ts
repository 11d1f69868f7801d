// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { Client } from "./runtime/client.js";
import { type Access, createSecuredClient, type TokenOptions } from "./runtime/security.js";
import type { paths } from "./types.js";

/** A connection to the API: what every call takes first. */
export type TestClient = Client<paths>;

/** What the document says of security. */
const access = { schemes: { oauth: { type: "oauth2" } }, security: [["oauth"]] } as const satisfies Access;

/** Makes a client for https://api.test/v1, or for the `baseUrl` of the options. Nothing is sent. */
export function createTestClient(options: TokenOptions): TestClient {
  return createSecuredClient("https://api.test/v1", options, access);
}
