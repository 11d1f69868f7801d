// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { Client } from "./runtime/client.js";
import { createOpenClient, type OpenOptions } from "./runtime/open.js";
import type { paths } from "./types.js";

/** A connection to the API: what every call takes first. */
export type TestClient = Client<paths>;

/** Makes a client. Nothing is sent. */
export function createTestClient(options: OpenOptions & { baseUrl: string }): TestClient {
  return createOpenClient(options.baseUrl, options);
}
