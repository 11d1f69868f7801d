// Generated from snapshot.json. Do not edit: run `npm run generate`.

import type { Client } from "./runtime/client.js";
import { parameters } from "./runtime/parameters.js";
import { type Access, createSecuredClient, type CredentialsOptions } from "./runtime/security.js";
import type { paths } from "./types.js";

/** A connection to the API: what every call takes first. */
export type TestClient = Client<paths>;

/** What the document says of security. */
const access = {
  schemes: {
    app_id: { type: "apiKey", in: "header", name: "X-App-Id" },
    app_key: { type: "apiKey", in: "query", name: "app_key" },
    custom: { type: "http", scheme: "Token" },
    login: { type: "http", scheme: "basic" },
    session: { type: "apiKey", in: "cookie", name: "SID" },
    token: { type: "http", scheme: "bearer" },
  },
  security: [["app_id", "app_key"], ["token"]],
} as const satisfies Access;

/** Makes a client for https://api.test/v1, or for the `baseUrl` of the options. Nothing is sent. */
export function createTestClient(options?: CredentialsOptions<typeof access>): TestClient {
  return createSecuredClient("https://api.test/v1", options, access, parameters);
}
