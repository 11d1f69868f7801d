// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { createUnauthenticatedClient, type UnauthenticatedOptions } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import { operationServer, type Server } from "./runtime/servers.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** The document's servers. The client uses the first; pass `serverUrl` of another as `baseUrl`. */
export const servers = [
  {
    url: "https://{region}.api.test/{base}",
    description: "Production",
    variables: { base: { default: "v1" }, region: { default: "eu", enum: ["eu", "us"] } },
  },
  { url: "http://127.0.0.1:8080", description: "Here" },
] as const satisfies readonly Server[];

/** Creates a client for https://eu.api.test/v1, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options?: UnauthenticatedOptions): TestClient {
  return createUnauthenticatedClient("https://eu.api.test/v1", options, operationServer(options));
}
