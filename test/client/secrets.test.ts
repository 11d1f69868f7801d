import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, createAccountClient, getAccount, pauseAccounts, unwrap } from "../golden/account/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const secret = "sk-very-secret";
const body = { emails: ["a@x.test"] };
const path = { email: "jon@doe.com" };

describe("redirects", () => {
  /** Two servers on two origins: the first one redirects, the second one only listens. */
  const origins = async (
    status: number,
    location: (self: string, other: string) => string,
    method: "GET" | "POST" = "GET",
  ) => {
    const other = await serve(() => ({ body: {} }));
    let self = "";
    const first = await serve((_, index) =>
      index === 0 ? { status, headers: { location: location(self, other.url) } } : { body: { at: "end" } },
    );
    self = first.url;
    const client = createAccountClient({ apiKey: secret, baseUrl: first.url, retry: { baseDelay: 1 } });
    const call = method === "GET" ? getAccount(client, { path }) : pauseAccounts(client, { body });
    const outcome: unknown = await call.catch((error) => error);
    return { outcome, first: first.seen, other: other.seen };
  };

  test.each(
    [301, 302, 303, 307, 308].flatMap((status) => [
      {
        status,
        method: "GET" as const,
        name: "another port",
        location: (_: string, other: string) => `${other}/steal`,
      },
      {
        status,
        method: "POST" as const,
        name: "another port",
        location: (_: string, other: string) => `${other}/steal`,
      },
    ]),
  )("a $status of a $method to $name is refused", async ({ status, method, location }) => {
    const { outcome, first, other } = await origins(status, location, method);
    expect(outcome).toMatchObject({ name: "TransportError", code: "REDIRECT_REFUSED" });
    expect([first.length, other.length]).toEqual([1, 0]);
    expect(inspect(outcome, { depth: 9 })).not.toContain(secret);
  });

  test.each([
    { name: "another host", location: "https://evil.test/" },
    { name: "another host, without a scheme", location: "//evil.test/" },
    { name: "another scheme", location: "https://127.0.0.1/" },
    { name: "data", location: "data:application/json,{}" },
    { name: "a file", location: "file:///etc/passwd" },
  ])("refuses a redirect to $name", async ({ location }) => {
    const { outcome, first } = await origins(302, () => location);
    expect(outcome).toMatchObject({ name: "TransportError", code: "REDIRECT_REFUSED" });
    expect(first).toHaveLength(1);
  });

  test.each([
    { status: 301, method: "GET", want: ["GET", ""] },
    { status: 308, method: "GET", want: ["GET", ""] },
    { status: 307, method: "GET", want: ["GET", ""] },
    { status: 302, method: "GET", want: ["GET", ""] },
    { status: 303, method: "GET", want: ["GET", ""] },
  ] as const)("a $status of a $method on the same origin is followed", async ({ status, method, want }) => {
    const { outcome, first } = await origins(status, () => "/moved?x=1", method);
    expect(outcome).toMatchObject({ ok: true, data: { at: "end" } });
    expect(first[1]).toMatchObject({
      url: "/moved?x=1",
      method: want[0],
      body: want[1],
      headers: { authorization: `Bearer ${secret}` },
    });
  });

  test.each([301, 302, 303, 307, 308])(
    "a %i of a POST is refused on the same origin too: it may have done its work",
    async (status) => {
      const { outcome, first } = await origins(status, () => "/moved", "POST");
      expect(outcome).toMatchObject({ name: "TransportError", code: "REDIRECT_REFUSED", operation: "pauseAccounts" });
      expect(first).toHaveLength(1);
    },
  );

  test("refuses redirects of requests that middleware has replaced", async () => {
    const other = await serve(() => ({ body: {} }));
    const { url } = await serve(() => ({ status: 307, headers: { location: `${other.url}/steal` } }));
    const client = createAccountClient({ apiKey: secret, baseUrl: url });
    client.use({
      onRequest: ({ request }) => new Request(request.url, { method: request.method, headers: request.headers }),
    });
    await expect(getAccount(client, { path })).rejects.toMatchObject({ code: "REDIRECT_REFUSED" });
    expect(other.seen).toEqual([]);
  });

  test("stops at a redirect loop", async () => {
    const { url, seen } = await serve(() => ({ status: 302, headers: { location: "/again" } }));
    const error = await getAccount(createAccountClient({ apiKey: secret, baseUrl: url }), { path }).catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code: "REDIRECT_REFUSED" });
    expect(seen).toHaveLength(6);
  });

  test("refuses a redirect with a hidden location, as in browsers", async () => {
    const hidden = Response.error();
    expect(hidden.status).toBe(0);
    const client = createAccountClient({ apiKey: secret, fetch: async () => hidden });
    await expect(getAccount(client, { path })).rejects.toMatchObject({ code: "REDIRECT_REFUSED" });
  });
});

describe("the API key is never exposed", () => {
  const shown = (value: unknown) =>
    [inspect(value, { depth: 12, showHidden: true }), String(value), JSON.stringify(value) ?? ""].join("\n");

  test("by the client", () => {
    const client = createAccountClient({ apiKey: secret, headers: { "x-a": "b" } });
    expect(shown(client)).not.toContain(secret);
  });

  test.each<{ name: string; reply: Reply }>([
    { name: "a success", reply: { body: {} } },
    { name: "a failure", reply: { status: 401, body: { message: "No" } } },
    { name: "a page", reply: { status: 502, body: "<html>" } },
    { name: "a success that repeats it", reply: { body: { email: secret } } },
    { name: "a failure that repeats it", reply: { status: 401, body: { message: `${secret} is not known` } } },
    { name: "a page that repeats it", reply: { body: `<html>Bearer ${secret}` } },
  ])("by a result or an ApiError of $name", async ({ reply }) => {
    const { url } = await serve(() => reply);
    const result = await getAccount(createAccountClient({ apiKey: secret, baseUrl: url, retry: false }), { path });
    expect(shown(result)).not.toContain(secret);
    const error = await unwrap(result).catch((thrown) => thrown);
    expect(shown(error)).not.toContain(secret);
  });

  test.each([
    { name: "no connection", fetch: undefined, baseUrl: "http://127.0.0.1:1" },
    {
      name: "a fetch that talks",
      fetch: async () => Promise.reject(new TypeError(`could not send Bearer ${secret}`)),
      baseUrl: "http://a.test",
    },
    {
      name: "a fetch that talks in its cause",
      fetch: async () => Promise.reject(new TypeError("no", { cause: new Error(`key ${secret}`) })),
      baseUrl: "http://a.test",
    },
  ])("by the error of $name", async ({ fetch, baseUrl }) => {
    const client = createAccountClient({ apiKey: secret, baseUrl, retry: false, ...(fetch && { fetch }) });
    const error = await getAccount(client, { path }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(shown(error)).not.toContain(secret);
  });

  test("does not redact a short word that a test uses as a key", async () => {
    const { url } = await serve(() => ({ status: 404, body: { message: "No such company" } }));
    const result = await getAccount(createAccountClient({ apiKey: "any", baseUrl: url }), { path });
    expect(result.error).toEqual({ message: "No such company" });
  });

  test.each(["", " ", "a b", "a\nb", "schlüssel", undefined, null, {}])(
    "a key that cannot be sent, such as %j, is refused without repeating it",
    async (key) => {
      const { url, seen } = await serve(() => ({ body: {} }));
      for (const apiKey of [key as string, () => key as string]) {
        const error = await getAccount(createAccountClient({ apiKey, baseUrl: url }), { path }).catch(
          (thrown) => thrown,
        );
        expect(error).toMatchObject({
          name: "TypeError",
          message: "The API key is empty or has a character that a header cannot contain.",
        });
      }
      expect(seen).toEqual([]);
    },
  );

  test("trims whitespace around a key", async () => {
    const { url, seen } = await serve(() => ({ body: {} }));
    await getAccount(createAccountClient({ apiKey: `${secret}\n`, baseUrl: url }), { path });
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });
});

test("an ApiError has the server's request id", async () => {
  const { url } = await serve(() => ({ status: 401, headers: { "x-request-id": "req-1" }, body: { message: "No" } }));
  const error = await unwrap(getAccount(createAccountClient({ apiKey: secret, baseUrl: url }), { path })).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ operation: "getAccount", status: 401, requestId: "req-1", body: { message: "No" } });
});

/** Names that Node's own fetch reads off any object, such as `body`, are out of a client's hands. */
describe("ignores a polluted Object.prototype", () => {
  const evil = "http://127.0.0.1:1";
  test.each<[string, unknown]>([
    ["baseUrl", evil],
    ["fetch", async () => Response.json({ stolen: true })],
    ["Request", class {}],
    ["params", { path: { email: "evil" } }],
    ["path", { email: "evil" }],
    ["query", { evil: 1 }],
    ["header", { "x-evil": "1" }],
    ["querySerializer", () => "evil=1"],
    ["pathSerializer", () => `${evil}/evil`],
    ["bodySerializer", () => "evil"],
    ["middleware", [{ onRequest: () => Response.json({ stolen: true }) }]],
    ["parseAs", "text"],
    ["retry", false],
    ["timeout", 1],
    ["workspace", "evil"],
    ["userAgent", "evil"],
    ["apiKey", "evil"],
    ["200", "none"],
  ])("%s", async (name, value) => {
    const seen: { method: string; url: string; body: string; headers: Headers }[] = [];
    const fetch = async (request: Request) => {
      seen.push({ method: request.method, url: request.url, body: await request.text(), headers: request.headers });
      return Response.json({ mine: true });
    };
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: true });
    try {
      const client = createAccountClient({ apiKey: secret, ...(name === "fetch" ? {} : { fetch }) });
      const original = globalThis.fetch;
      if (name === "fetch") globalThis.fetch = fetch as typeof globalThis.fetch;
      const { data } = await getAccount(client, { path: { email: "a" } });
      globalThis.fetch = original;
      expect(data).toEqual({ mine: true });
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    const [request] = seen;
    expect([request?.method, request?.url, request?.body]).toEqual([
      "GET",
      "https://api.instantly.ai/api/v2/accounts/a",
      "",
    ]);
    expect([...(request?.headers ?? [])]).toEqual([["authorization", `Bearer ${secret}`]]);
  });
});
