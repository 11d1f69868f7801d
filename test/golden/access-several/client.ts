// Generated from snapshot.json. Do not edit: run `npm run generate`.

import { createSecuredClient, type CredentialsOptions, type SecurityDefinition } from "./runtime/auth.js";
import type { Client } from "./runtime/client.js";
import { serializeParameters } from "./runtime/parameters.js";
import type { paths } from "./types.js";

/** A connection to the API. Every call takes it as its first argument. */
export type TestClient = Client<paths>;

/** The document's security schemes. */
const security = {
  schemes: {
    app_id: { type: "apiKey", in: "header", name: "X-App-Id" },
    app_key: { type: "apiKey", in: "query", name: "app_key" },
    custom: { type: "http", scheme: "Token" },
    login: { type: "http", scheme: "basic" },
    session: { type: "apiKey", in: "cookie", name: "SID" },
    token: { type: "http", scheme: "bearer" },
  },
  requirement: [["app_id", "app_key"], ["token"]],
} as const satisfies SecurityDefinition;

/** Creates a client for https://api.test/v1, or for the `baseUrl` of the options. Sends nothing. */
export function createTestClient(options?: CredentialsOptions<typeof security>): TestClient {
  return createSecuredClient("https://api.test/v1", options, security, serializeParameters);
}
