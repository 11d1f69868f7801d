// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { createUnauthenticatedClient, type UnauthenticatedOptions } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** Creates a client for https://api.test, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options?: UnauthenticatedOptions): TestClient {
  return createUnauthenticatedClient("https://api.test", options);
}
