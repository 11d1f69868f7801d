import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { call } from "../../templates/call.js";
import { createClient } from "../../templates/client.js";
import { createAccountClient, getAccount, NonJsonBody, TimeoutError, TransportError } from "../golden/account/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const account = { email: "jon@doe.com", status: 1 };
const html = { "content-type": "text/html" };
const unexpected = (error: unknown) => ({ ok: false, status: "unexpected", error });

const ask = async (reply: Reply) => {
  const { url } = await serve(() => reply);
  const client = createAccountClient({ apiKey: "k", baseUrl: url, retry: false });
  return getAccount(client, { path: { email: "jon@doe.com" } });
};

describe("documented responses", () => {
  test.each<{ name: string; given: Reply; want: object }>([
    { name: "a success", given: { body: account }, want: { ok: true, status: 200, data: account } },
    {
      name: "a success that calls itself text",
      given: { headers: { "content-type": "text/plain" }, body: account },
      want: { ok: true, status: 200, data: account },
    },
    {
      name: "a success with a byte order mark",
      given: { body: `\uFEFF${JSON.stringify(account)}` },
      want: { ok: true, status: 200, data: account },
    },
    { name: "a success that is null", given: { body: "null" }, want: { ok: true, status: 200, data: null } },
    ...[401, 402, 404, 429].map((status) => ({
      name: `a ${status}`,
      given: { status, body: { message: "No" } },
      want: { ok: false, status, error: { message: "No" } },
    })),
    {
      name: "a failure that is a JSON text",
      given: { status: 404, body: '"not found"' },
      want: { ok: false, status: 404, error: "not found" },
    },
    {
      name: "a failure that is null",
      given: { status: 404, body: "null" },
      want: { ok: false, status: 404, error: null },
    },
    {
      name: "a failure that is a list",
      given: { status: 404, body: [1] },
      want: { ok: false, status: 404, error: [1] },
    },
  ])("$name", async ({ given, want }) => {
    const result = await ask(given);
    expect(result).toMatchObject(want);
    expect(result.response.status).toBe(given.status ?? 200);
  });
});

describe("undocumented responses are unexpected, never a success, and keep their text", () => {
  test.each<{ name: string; given: Reply; want: unknown }>([
    { name: "a failure that is not listed", given: { status: 418, body: { a: 1 } }, want: { a: 1 } },
    { name: "a 500 with JSON", given: { status: 500, body: { a: 1 } }, want: { a: 1 } },
    { name: "a success that is not listed", given: { status: 202, body: account }, want: account },
    { name: "a 206", given: { status: 206, body: account }, want: account },
    { name: "no content where content is promised", given: { status: 204 }, want: new NonJsonBody("") },
    { name: "not modified", given: { status: 304 }, want: new NonJsonBody("") },
    { name: "an empty 500", given: { status: 500 }, want: new NonJsonBody("") },
    {
      name: "an empty 500 that says so",
      given: { status: 500, headers: { "content-length": "0" } },
      want: new NonJsonBody(""),
    },
    { name: "an empty 404", given: { status: 404, headers: { "content-length": "0" } }, want: new NonJsonBody("") },
    { name: "an empty success", given: { body: "" }, want: new NonJsonBody("") },
    { name: "an empty success that says so", given: { headers: { "content-length": "0" } }, want: new NonJsonBody("") },
    {
      name: "a gateway's page",
      given: { status: 502, headers: html, body: "<html>Bad gateway" },
      want: new NonJsonBody("<html>Bad gateway"),
    },
    {
      name: "a page for a 404",
      given: { status: 404, headers: html, body: "<html>" },
      want: new NonJsonBody("<html>"),
    },
    { name: "a page for a success", given: { headers: html, body: "<html>" }, want: new NonJsonBody("<html>") },
    { name: "a page that calls itself JSON", given: { body: "<html>" }, want: new NonJsonBody("<html>") },
    { name: "cut-off JSON for a success", given: { body: '{"email":' }, want: new NonJsonBody('{"email":') },
    {
      name: "cut-off JSON for a failure",
      given: { status: 404, body: '{"message":' },
      want: new NonJsonBody('{"message":'),
    },
    { name: "two JSON texts", given: { body: "{}{}" }, want: new NonJsonBody("{}{}") },
    { name: "plain text for a failure", given: { status: 429, body: "slow down" }, want: new NonJsonBody("slow down") },
    { name: "blanks", given: { body: " \n" }, want: new NonJsonBody(" \n") },
    { name: "undefined", given: { body: "undefined" }, want: new NonJsonBody("undefined") },
    { name: "a redirect that leads nowhere", given: { status: 302 }, want: new NonJsonBody("") },
  ])("$name", async ({ given, want }) => {
    const result = await ask(given);
    expect(result).toMatchObject(unexpected(want));
    expect(result.error instanceof NonJsonBody).toBe(want instanceof NonJsonBody);
    // The body of a failure can still be read, as if nobody had.
    if (want instanceof NonJsonBody && !result.response.ok) expect(await result.response.text()).toBe(want.text);
  });
});

describe("responses that are documented as something other than JSON", () => {
  const operation = {
    parameters: {},
    responses: {} as Record<200 | 404 | "2XX" | "default", { content: { "text/csv": string } }>,
  };
  type Paths = { "/a": { get: typeof operation } };
  const get = async (
    reply: Reply,
    ...[statuses, bodies]: [(200 | 404 | "2XX" | "default")[], Record<string, "none" | "text">]
  ) => {
    const { url } = await serve(() => reply);
    return call(createClient<Paths>(url, { apiKey: "k", retry: false }), "getA", "GET", "/a", statuses, {}, {}, bodies);
  };
  test.each<{
    name: string;
    given: Reply;
    statuses: (200 | 404 | "2XX" | "default")[];
    bodies: Record<string, "none" | "text">;
    want: object;
  }>([
    {
      name: "text",
      given: { body: "a,b\n1,2" },
      statuses: [200],
      bodies: { 200: "text" },
      want: { ok: true, data: "a,b\n1,2" },
    },
    {
      name: "text that looks like JSON",
      given: { status: 404, body: '{"a":1}' },
      statuses: [404],
      bodies: { 404: "text" },
      want: { ok: false, status: 404, error: '{"a":1}' },
    },
    {
      name: "none",
      given: { body: "" },
      statuses: [200],
      bodies: { 200: "none" },
      want: { ok: true, status: 200, data: undefined },
    },
    {
      name: "a range",
      given: { status: 201, body: "{}" },
      statuses: ["2XX"],
      bodies: {},
      want: { ok: true, status: "2XX", data: {} },
    },
    {
      name: "default",
      given: { status: 500, body: "{}" },
      statuses: [200, "default"],
      bodies: {},
      want: { ok: false, status: "default", error: {} },
    },
  ])("$name", async ({ given, statuses, bodies, want }) => {
    expect(await get(given, statuses, bodies)).toMatchObject(want);
  });
});

describe("rejects with a TransportError that names the operation without its values", () => {
  /** A server that does with a connection what it likes. */
  const raw = async (act: (write: (text: string) => void, close: () => void) => void): Promise<string> => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () =>
        act(
          (text) => socket.write(text),
          () => socket.end(),
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";
  test.each([
    { name: "nobody listens", url: async () => "http://127.0.0.1:1", want: TransportError },
    { name: "a connection that is closed", url: () => raw((_, close) => close()), want: TransportError },
    {
      name: "no HTTP",
      url: () =>
        raw((write, close) => {
          write("SSH-2.0\r\n");
          close();
        }),
      want: TransportError,
    },
    {
      name: "an answer that breaks off",
      url: () =>
        raw((write, close) => {
          write(`${head}{"email":`);
          close();
        }),
      want: TransportError,
    },
    { name: "an answer that never starts", url: () => raw(() => {}), want: TimeoutError },
    { name: "an answer that never ends", url: () => raw((write) => write(`${head}{"email":`)), want: TimeoutError },
    {
      name: "a failure that never ends",
      url: () => raw((write) => write(`${head.replace("200 OK", "404 Not Found")}{"email":`)),
      want: TimeoutError,
    },
  ])("$name", async ({ url, want }) => {
    // Where there is no error, the timeout is one: then it is short, and else it has no part in it.
    const timeout = want === TimeoutError ? 300 : false;
    const client = createAccountClient({ apiKey: "secret-key", baseUrl: await url(), retry: false, timeout });
    const error = await getAccount(client, { path: { email: "jon@doe.com" } }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(want);
    expect(error).toMatchObject({ operation: "getAccount", method: "GET", path: "/api/v2/accounts/{email}" });
    expect(error.message).toMatch(/^getAccount \(GET \/api\/v2\/accounts\/\{email\}\): /);
    expect(error.message).not.toMatch(/jon|secret/);
  });

  test("times out even if fetch ignores the signal", async () => {
    const client = createAccountClient({ apiKey: "k", fetch: () => new Promise(() => {}), retry: false, timeout: 50 });
    await expect(getAccount(client, { path: { email: "a" } })).rejects.toThrow("timeout of 50 ms");
  });
});
