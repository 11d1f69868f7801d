import { expectTypeOf } from "vitest";
import * as basic from "../golden/access-basic/index.js";
import * as key from "../golden/access-key/index.js";
import * as several from "../golden/access-several/index.js";
import * as token from "../golden/access-token/index.js";
import * as answers from "../golden/answers/index.js";
import * as bodies from "../golden/bodies/index.js";
import * as servers from "../golden/servers/index.js";
import * as styles from "../golden/styles/index.js";

/** What the compiler makes of documents that are not JSON alone. Nothing here is run. */
export const ofStyles = (client: styles.TestClient) => [
  // @ts-expect-error the document says that this is a list
  styles.search(client, { query: { joined: "a" } }),
  // @ts-expect-error and this an object of numbers, though it is sent as JSON
  styles.search(client, { query: { where: { R: "a" } } }),
  // @ts-expect-error a header that is required
  styles.headers(client, {}),
  // A header that OpenAPI says to ignore is not asked for.
  styles.headers(client, { header: { "X-One": "1" } }),
];

export const ofBodies = (client: bodies.TestClient) => [
  // @ts-expect-error a file is no text
  bodies.upload(client, { body: { file: "png" } }),
  // @ts-expect-error bytes are no text
  bodies.store(client, { body: "bytes" }),
  // @ts-expect-error XML is a text
  bodies.mark(client, { body: { a: 1 } }),
  // @ts-expect-error of several media types JSON is spoken
  bodies.choose(client, { body: { b: 1 } }),
];

export async function ofAnswers(client: answers.TestClient) {
  expectTypeOf(await answers.unwrap(answers.download(client))).toEqualTypeOf<Blob>();
  expectTypeOf(await answers.unwrap(answers.events(client))).toEqualTypeOf<ReadableStream<Uint8Array>>();
  expectTypeOf(await answers.unwrap(answers.page(client))).toEqualTypeOf<string>();
  expectTypeOf(await answers.unwrap(answers.nothing(client))).toEqualTypeOf<undefined>();
  const { id, parent } = await answers.unwrap(answers.choice(client));
  expectTypeOf(id).toEqualTypeOf<number>();
  expectTypeOf(parent?.parent?.id).toEqualTypeOf<number | undefined>();
}

export const ofAccess = () => [
  key.createTestClient(),
  key.createTestClient({ apiKey: () => "k" }),
  // @ts-expect-error a name and a password are asked for
  basic.createTestClient({ apiKey: "k" }),
  // @ts-expect-error and so is a token
  token.createTestClient({}),
  several.createTestClient({ credentials: { token: "t", login: { username: "u" } } }),
  // @ts-expect-error a login is no text
  several.createTestClient({ credentials: { login: "u" } }),
  // @ts-expect-error the document has no such scheme
  several.createTestClient({ credentials: { other: "u" } }),
  styles.createTestClient(),
  // @ts-expect-error no key is asked for
  styles.createTestClient({ apiKey: "k" }),
];

export const ofServers = () => [
  servers.serverUrl(servers.servers[0], { region: "us", base: "v2" }),
  // @ts-expect-error there is no such region
  servers.serverUrl(servers.servers[0], { region: "moon" }),
];
