// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { type Client, createClient } from "./runtime/client.js";
import type { ClientOptions } from "./runtime/options.js";
import type { paths } from "./types.js";

/** A connection to the API: what every call takes first. */
export type TestClient = Client<paths>;

/** Makes a client for https://api.test, or for the `baseUrl` of the options. Nothing is sent. */
export function createTestClient(options: ClientOptions): TestClient {
  return createClient("https://api.test", options);
}
