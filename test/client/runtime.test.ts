import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import * as client from "../golden/account/index.js";
import {
  type AccountStatus,
  ApiError,
  bind,
  createAccountClient,
  getAccount,
  isAccountStatus,
  isAccountWarmupIncrement,
  labelAccountStatus,
  labelAccountWarmupIncrement,
  operations,
  unwrap,
} from "../golden/account/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const account = { email: "jon@doe.com", status: 1 };
const call = async (reply: Reply) => {
  const { url } = await serve(() => reply);
  return getAccount(createAccountClient({ apiKey: "k", baseUrl: url, retry: { baseDelay: 0 } }), {
    path: { email: "jon@doe.com" },
  });
};

describe("unwrap", () => {
  test("returns the data", async () => {
    expect(await unwrap(call({ body: account }))).toEqual(account);
  });

  test("throws an ApiError with the status, body and message of the API", async () => {
    const error = await unwrap(call({ status: 404, body: { message: "No such account" } })).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 404,
      body: { message: "No such account" },
      message: "getAccount: the API responded with 404 Not Found: No such account",
      operation: "getAccount",
    });
  });

  test.each<{ what: string; reply: Reply; want: string }>([
    {
      what: "a success that is not listed",
      reply: { status: 201, body: {} },
      want: "201 Created, but the response is not documented",
    },
    { what: "a page of HTML", reply: { body: "<html>" }, want: "200 OK, but the response is not documented" },
    { what: "a failure without words", reply: { status: 502, body: "<html>" }, want: "502 Bad Gateway" },
  ])("describes $what", async ({ reply, want }) => {
    await expect(unwrap(call(reply))).rejects.toThrow(`getAccount: the API responded with ${want}`);
  });

  test("throws an ApiError without the values of the path", async () => {
    const error: unknown = await unwrap(call({ status: 404, body: {} })).catch((thrown) => thrown);
    expect(inspect(error)).not.toContain("jon");
    expect(error instanceof ApiError && error.response.url).toContain("jon%40doe.com");
  });
});

describe("the client", () => {
  test("calls the key function before every call", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    let number = 0;
    const made = createAccountClient({ apiKey: async () => `key-${++number}`, baseUrl: `${url}/` });
    await getAccount(made, { path: { email: "a" } });
    await getAccount(made, { path: { email: "b" } });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer key-1", "Bearer key-2"]);
  });

  test("merges headers of the client and of the call", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    const made = createAccountClient({ apiKey: "k", baseUrl: url, headers: { "x-a": "client", "x-b": "client" } });
    await getAccount(made, { path: { email: "a" } }, { headers: { "x-b": "call" } });
    expect(seen[0]?.headers).toMatchObject({ "x-a": "client", "x-b": "call" });
  });

  test("uses the given fetch and middleware", async () => {
    const urls: string[] = [];
    const made = createAccountClient({
      apiKey: "k",
      fetch: async (request) => {
        urls.push(`${request.url} ${request.headers.get("x-seen")}`);
        return Response.json(account);
      },
    });
    const middleware = {
      onRequest: ({ request, schemaPath }: client.MiddlewareContext) => void request.headers.set("x-seen", schemaPath),
    };
    made.use(middleware);
    await getAccount(made, { path: { email: "a" } });
    made.eject(middleware);
    await getAccount(made, { path: { email: "a" } });
    expect(urls).toEqual([
      "https://api.instantly.ai/api/v2/accounts/a /api/v2/accounts/{email}",
      "https://api.instantly.ai/api/v2/accounts/a null",
    ]);
  });

  test("rejects with what middleware throws", async () => {
    class Own extends Error {}
    const { url } = await serve(() => ({ status: 404, body: { message: "No" } }));
    const made = createAccountClient({ apiKey: "k", baseUrl: url });
    made.use({
      onResponse: () => {
        throw new Own("mine");
      },
    });
    await expect(getAccount(made, { path: { email: "a" } })).rejects.toBeInstanceOf(Own);
  });

  test.each([
    { body: "nope", want: { status: "unexpected", error: { text: "nope" } } },
    { body: "", want: { status: "unexpected", error: { text: "" } } },
    { body: '{"message":"No"}', want: { status: 404, error: { message: "No" } } },
  ])("handles the failure $body from middleware like one from the API", async ({ body, want }) => {
    const made = createAccountClient({ apiKey: "k" });
    made.use({ onRequest: () => new Response(body, { status: 404 }) });
    expect(await getAccount(made, { path: { email: "a" } })).toMatchObject(want);
  });

  test("aborts a call", async () => {
    const { url } = await serve(() => ({ body: account }));
    const aborted = getAccount(
      createAccountClient({ apiKey: "k", baseUrl: url }),
      { path: { email: "a" } },
      { signal: AbortSignal.abort() },
    );
    await expect(aborted).rejects.toThrow(/abort/i);
  });

  test("binds operations to the client", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    const accounts = bind(createAccountClient({ apiKey: "k", baseUrl: url }), operations);
    expect(await unwrap(accounts.getAccount({ path: { email: "jon@doe.com" } }))).toEqual(account);
    expect((await accounts.listAccount()).ok).toBe(true);
    expect(seen.map(({ url }) => url)).toEqual(["/api/v2/accounts/jon%40doe.com", "/api/v2/accounts"]);
  });
});

describe("enums", () => {
  test.each<{ given: number | null | undefined; want: string }>([
    { given: 1, want: "Active" },
    { given: -3, want: "Sending Error" },
    { given: 3, want: "Temporarily paused for maintenance; will be automatically resumed shortly" },
    { given: 7, want: "Unknown (7)" },
    { given: null, want: "" },
    { given: undefined, want: "" },
  ])("labels status $given as $want", ({ given, want }) => {
    expect(labelAccountStatus(given)).toBe(want);
  });

  test.each([
    { given: "disabled", want: "Disabled" },
    { given: "constructor", want: "Unknown (constructor)" },
    { given: "__proto__", want: "Unknown (__proto__)" },
  ])("labels increment $given as $want", ({ given, want }) => {
    expect(labelAccountWarmupIncrement(given)).toBe(want);
  });

  test.each([
    { given: 1, want: true },
    { given: -1, want: true },
    { given: 7, want: false },
    { given: "1", want: false },
    { given: null, want: false },
  ])("whether $given is a status: $want", ({ given, want }) => {
    expect(isAccountStatus(given)).toBe(want);
  });

  test("compares values exactly", () => {
    expect([isAccountWarmupIncrement("0"), isAccountWarmupIncrement(0)]).toEqual([true, false]);
  });

  test("keeps members in the document's order", () => {
    expect(Object.values(client.AccountStatus) satisfies AccountStatus[]).toEqual([1, 2, 3, -1, -2, -3]);
  });

  test("exports the ten enums of the document", () => {
    const names = Object.keys(client)
      .filter((name) => name.startsWith("is"))
      .map((name) => name.slice(2));
    expect(names.sort()).toEqual([
      "AccountFilter",
      "AccountProviderCode",
      "AccountStatus",
      "AccountWarmupIncrement",
      "AccountWarmupStatus",
      "BackgroundJobEntityType",
      "BackgroundJobStatus",
      "BackgroundJobType",
      "ListAccountSortBy",
      "ListAccountSortOrder",
    ]);
  });
});
