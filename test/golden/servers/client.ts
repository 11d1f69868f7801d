// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { Client } from "./runtime/client.js";
import { createOpenClient, type OpenOptions } from "./runtime/open.js";
import { elsewhere, type Server } from "./runtime/servers.js";
import type { paths } from "./types.js";

/** A connection to the API: what every call takes first. */
export type TestClient = Client<paths>;

/** The servers of the document, the first one unless told: `serverUrl` makes a `baseUrl` of one. */
export const servers = [
  {
    url: "https://{region}.api.test/{base}",
    description: "Production",
    variables: { base: { default: "v1" }, region: { default: "eu", enum: ["eu", "us"] } },
  },
  { url: "http://127.0.0.1:8080", description: "Here" },
] as const satisfies readonly Server[];

/** Makes a client for https://eu.api.test/v1, or for the `baseUrl` of the options. Nothing is sent. */
export function createTestClient(options?: OpenOptions): TestClient {
  return createOpenClient("https://eu.api.test/v1", options, elsewhere(options));
}
