import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import * as basic from "../golden/access-basic/index.js";
import * as key from "../golden/access-key/index.js";
import * as several from "../golden/access-several/index.js";
import * as token from "../golden/access-token/index.js";
import * as open from "../golden/styles/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const secret = "sk/very+secret=";
const encoded = encodeURIComponent(secret);
const shown = (value: unknown) =>
  [inspect(value, { depth: 12, showHidden: true }), String(value), JSON.stringify(value) ?? ""].join("\n");

/** What a server is shown by one call. */
async function sent<Client>(
  make: (options: { baseUrl: string }) => Client,
  call: (client: Client) => Promise<unknown>,
) {
  const { url, seen } = await serve(() => ({ body: {} }));
  await call(make({ baseUrl: url }));
  const { authorization, cookie, "x-app-id": id } = seen[0]?.headers ?? {};
  const said = { url: seen[0]?.url, authorization, cookie, id };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

describe("one scheme", () => {
  test("sends a user name and password", async () => {
    const me = (username: string, password?: string) =>
      sent((o) => basic.createTestClient({ ...o, username, ...(password !== undefined && { password }) }), basic.me);
    expect(await me("Aladdin", "open sesame")).toEqual({
      url: "/me",
      authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    });
    expect(await me("sk_key")).toMatchObject({ authorization: `Basic ${btoa("sk_key:")}` });
    expect(await me("jürgen", "ß")).toMatchObject({
      authorization: `Basic ${Buffer.from("jürgen:ß").toString("base64")}`,
    });
    for (const [username, password] of [
      ["a:b", "c"],
      ["a\n", "c"],
      ["a", "c\0"],
    ] as const)
      await expect(me(username, password)).rejects.toThrow("has a colon or a control character");
  });

  test("sends a token", async () => {
    const make = (options: { baseUrl: string }) =>
      token.createTestClient({ ...options, accessToken: async () => "abc" });
    expect(await sent(make, token.me)).toEqual({ url: "/me", authorization: "Bearer abc" });
  });

  test("sends a key in the query, except for an operation without security", async () => {
    const make = (options: { baseUrl: string }) => key.createTestClient({ ...options, apiKey: secret });
    const me = (client: key.TestClient) => key.me(client, { query: { q: "a" } });
    expect(await sent(make, me)).toEqual({ url: `/me?q=a&api_key=${encoded}` });
    expect(await sent(make, key.status)).toEqual({ url: "/status" });
    expect(await sent(key.createTestClient, key.status)).toEqual({ url: "/status" });
    await expect(sent(key.createTestClient, key.me)).rejects.toThrow("me needs credentials: key");
    await expect(sent((o) => key.createTestClient({ ...o, apiKey: "a b" }), key.me)).rejects.toThrow(
      "The API key is empty or has a character that a header cannot contain.",
    );
  });

  test("sends nothing if none is defined", async () => {
    expect(await sent(open.createTestClient, open.search)).toEqual({ url: "/query" });
    const headers = { authorization: "Mine" };
    expect(await sent((o) => open.createTestClient({ ...o, headers }), open.search)).toMatchObject({
      authorization: "Mine",
    });
  });
});

describe("several schemes: sends the first alternative whose credentials are complete", () => {
  type Credentials = NonNullable<NonNullable<Parameters<typeof several.createTestClient>[0]>["credentials"]>;
  const all: Credentials = {
    app_id: "id",
    app_key: "key",
    token: "token",
    session: "a;b",
    custom: () => "c",
    login: { username: "u", password: async () => "p" },
  };
  test.each<{ call: (client: several.TestClient) => Promise<unknown>; given: Credentials; want: object | string }>([
    { call: several.usual, given: all, want: { url: "/default?app_key=key", id: "id" } },
    { call: several.usual, given: { token: "t", app_id: "id" }, want: { url: "/default", authorization: "Bearer t" } },
    { call: several.usual, given: { app_id: "id" }, want: "usual needs credentials: app_id and app_key, or token" },
    { call: several.usual, given: {}, want: "usual needs credentials: app_id and app_key, or token" },
    { call: several.open, given: all, want: { url: "/open" } },
    { call: several.optional, given: all, want: { url: "/optional", cookie: "SID=a%3Bb" } },
    { call: several.optional, given: {}, want: { url: "/optional" } },
    { call: several.login, given: all, want: { url: "/login", authorization: `Basic ${btoa("u:p")}` } },
    { call: several.custom, given: all, want: { url: "/custom", authorization: "Token c" } },
    {
      call: several.custom,
      given: { custom: "a\nb" },
      want: "The API key is empty or has a character that a header cannot contain.",
    },
    {
      call: (client) => several.cookie(client, { cookie: { theme: "dark" } }),
      given: all,
      want: { url: "/cookie", cookie: "theme=dark; SID=a%3Bb" },
    },
    {
      call: (client) => several.bind(client, several.operations).open(),
      given: all,
      want: { url: "/open" },
    },
  ])("$want", async ({ call, given, want }) => {
    const shown = sent((options) => several.createTestClient({ ...options, credentials: given }), call);
    if (typeof want === "string") await expect(shown).rejects.toThrow(want);
    else expect(await shown).toEqual(want);
  });
});

describe("a secret is never exposed", () => {
  const basicToken = btoa(`user:${secret}`);
  const clients = {
    key: (options: object) => key.me(key.createTestClient({ ...options, apiKey: secret })),
    basic: (options: object) => basic.me(basic.createTestClient({ ...options, username: "user", password: secret })),
    token: (options: object) => token.me(token.createTestClient({ ...options, accessToken: secret })),
    cookie: (options: object) =>
      several.cookie(several.createTestClient({ ...options, credentials: { session: secret } })),
  };
  /** Only who sends the token of a login knows that it is one. */
  const hidden = (text: string, name: string) => {
    for (const each of [secret, encoded, ...(name === "basic" ? [basicToken] : [])]) expect(text).not.toContain(each);
  };

  describe.each(Object.entries(clients))("%s", (name, call) => {
    test.each<Reply>([
      { body: { said: `${secret} ${encoded} ${basicToken}` } },
      { status: 401, body: { message: `${secret} ${encoded} ${basicToken} is not known` } },
      { status: 502, body: `<html>${encoded}` },
    ])("by a result or its URL: %j", async (reply) => {
      const { url, seen } = await serve(() => reply);
      const result = await call({ baseUrl: url, retry: false });
      expect(seen).toHaveLength(1);
      hidden(shown(result) + result.response.url, name);
    });

    test("by an error of fetch that quotes it", async () => {
      const fetch = async (request: Request) => {
        throw new TypeError(`no way to ${request.url} ${[...request.headers]} ${secret}`);
      };
      const error = await call({ fetch, retry: false }).catch((thrown) => thrown);
      expect(error).toMatchObject({ name: "TransportError" });
      hidden(shown(error), name);
    });
  });

  test("and a key in the query does not follow a redirect to another origin", async () => {
    const other = await serve(() => ({ body: {} }));
    const { url } = await serve(() => ({ status: 302, headers: { location: `${other.url}/steal` } }));
    await expect(clients.key({ baseUrl: url })).rejects.toMatchObject({ code: "REDIRECT_REFUSED" });
    expect(other.seen).toEqual([]);
  });
});
