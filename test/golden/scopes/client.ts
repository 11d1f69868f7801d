// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { createUnauthenticatedClient, type UnauthenticatedOptions } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** Creates a client. Sends nothing. */
export function createTestClient(options: UnauthenticatedOptions & { baseUrl: string }): TestClient {
  return createUnauthenticatedClient(options.baseUrl, options);
}
