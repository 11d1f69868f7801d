import { describe, expect, test } from "vitest";
import * as client from "../../generated/index.js";
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
  type listAccount,
  listAccountItems,
  NotJson,
  operations,
  unwrap,
} from "../../generated/index.js";
import { type Reply, serve } from "../helpers/server.ts";

const account = { email: "jon@doe.com", status: 1 };
const call = async (reply: Reply) => {
  const { url } = await serve(() => reply);
  return getAccount(createAccountClient({ apiKey: "k", baseUrl: url }), { path: { email: "jon@doe.com" } });
};

describe("answers", () => {
  test.each<{ name: string; given: Reply; want: object }>([
    { name: "a documented success", given: { body: account }, want: { ok: true, status: 200, data: account } },
    {
      name: "a documented failure",
      given: { status: 404, body: { message: "No" } },
      want: { ok: false, status: 404, error: { message: "No" } },
    },
    {
      name: "a status that is not listed",
      given: { status: 418, body: { a: 1 } },
      want: { ok: false, status: "unexpected", error: { a: 1 } },
    },
    {
      name: "a success that is not listed",
      given: { status: 202, body: account },
      want: { ok: false, status: "unexpected", error: account },
    },
    { name: "an empty 500", given: { status: 500 }, want: { ok: false, status: "unexpected", error: { text: "" } } },
    {
      name: "a page for a failure",
      given: { status: 502, headers: { "content-type": "text/html" }, body: "<html>" },
      want: { ok: false, status: "unexpected", error: { text: "<html>" } },
    },
    {
      name: "a page for a listed failure",
      given: { status: 404, body: "<html>" },
      want: { ok: false, status: "unexpected", error: { text: "<html>" } },
    },
    {
      name: "a page for a success",
      given: { body: "<html>" },
      want: { ok: false, status: "unexpected", error: { text: "<html>" } },
    },
    {
      name: "cut-off JSON for a success",
      given: { body: '{"email":' },
      want: { ok: false, status: "unexpected", error: { text: '{"email":' } },
    },
    { name: "an empty success", given: { body: "" }, want: { ok: false, status: "unexpected", error: { text: "" } } },
    {
      name: "no content where content is promised",
      given: { status: 204 },
      want: { ok: false, status: "unexpected", error: { text: "" } },
    },
  ])("$name", async ({ given, want }) => {
    const result = await call(given);
    expect(result).toMatchObject(want);
    expect(result.response.status).toBe(given.status ?? 200);
  });

  test("destructure as openapi-fetch's do", async () => {
    const { data, error, response } = await call({ body: account });
    expect([data, error, response.ok]).toEqual([account, undefined, true]);
  });

  test("that are not JSON are told by their class", async () => {
    expect((await call({ body: "<html>" })).error).toBeInstanceOf(NotJson);
  });
});

describe("unwrap", () => {
  test("gives the data", async () => {
    expect(await unwrap(call({ body: account }))).toEqual(account);
  });

  test("throws an ApiError with status, body and the API's own words", async () => {
    const error = await unwrap(call({ status: 404, body: { message: "No such account" } })).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 404,
      body: { message: "No such account" },
      message: "The API answered 404 Not Found: No such account",
    });
  });
});

describe("the client", () => {
  test("asks for the key before every call", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    let number = 0;
    const made = createAccountClient({ apiKey: async () => `key-${++number}`, baseUrl: `${url}/` });
    await getAccount(made, { path: { email: "a" } });
    await getAccount(made, { path: { email: "b" } });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer key-1", "Bearer key-2"]);
  });

  test("sends headers of its own and of the call, the call's over its own", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    const made = createAccountClient({ apiKey: "k", baseUrl: url, headers: { "x-a": "client", "x-b": "client" } });
    await getAccount(made, { path: { email: "a" } }, { headers: { "x-b": "call" } });
    expect(seen[0]?.headers).toMatchObject({ "x-a": "client", "x-b": "call" });
  });

  test("sends through the fetch it is given, and through its middleware", async () => {
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

  test("stops a call that is aborted", async () => {
    const { url } = await serve(() => ({ body: account }));
    const aborted = getAccount(
      createAccountClient({ apiKey: "k", baseUrl: url }),
      { path: { email: "a" } },
      { signal: AbortSignal.abort() },
    );
    await expect(aborted).rejects.toThrow(/abort/i);
  });

  test("offers the dotted style", async () => {
    const { url, seen } = await serve(() => ({ body: account }));
    const accounts = bind(createAccountClient({ apiKey: "k", baseUrl: url }), operations);
    expect(await unwrap(accounts.getAccount({ path: { email: "jon@doe.com" } }))).toEqual(account);
    expect((await accounts.listAccount()).ok).toBe(true);
    expect(seen.map(({ url }) => url)).toEqual(["/api/v2/accounts/jon%40doe.com", "/api/v2/accounts"]);
  });
});

test.each(["", ".", "..", undefined, null, {}])(
  "the path value %j is refused before anything is sent",
  async (email) => {
    const { url, seen } = await serve(() => ({ body: account }));
    const made = createAccountClient({ apiKey: "k", baseUrl: url });
    await expect(getAccount(made, { path: { email: email as string } })).rejects.toThrow(
      /\/api\/v2\/accounts\/\{email\} needs a value for \{email\}/,
    );
    expect(seen).toEqual([]);
  },
);

describe("pages", () => {
  const walk = async (pages: object[], input?: Parameters<typeof listAccount>[1]) => {
    const { url, seen } = await serve((_, index) => ({ body: pages[index] ?? { items: [] } }));
    const found: string[] = [];
    for await (const { email } of listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }), input))
      found.push(email);
    return { found, urls: seen.map(({ url }) => url.replace("/api/v2/accounts", "")) };
  };
  const page = (emails: string[], next?: string | null) => ({
    items: emails.map((email) => ({ email })),
    next_starting_after: next,
  });

  test.each<{
    name: string;
    pages: object[];
    found: string[];
    urls: string[];
    input?: Parameters<typeof listAccount>[1];
  }>([
    { name: "one page without a cursor", pages: [page(["a", "b"])], found: ["a", "b"], urls: [""] },
    {
      name: "pages until there is no cursor",
      pages: [page(["a"], "x&y"), page(["b"], null)],
      found: ["a", "b"],
      urls: ["", "?starting_after=x%26y"],
    },
    {
      name: "pages until one is empty",
      pages: [page(["a"], "1"), page([], "2"), page(["never"])],
      found: ["a"],
      urls: ["", "?starting_after=1"],
    },
    {
      name: "the query goes along",
      pages: [page(["a"], "1"), page(["b"])],
      found: ["a", "b"],
      urls: ["?status=2", "?status=2&starting_after=1"],
      input: { query: { status: 2 } },
    },
    {
      name: "from a given cursor",
      pages: [page(["a"])],
      found: ["a"],
      urls: ["?starting_after=9"],
      input: { query: { starting_after: "9" } },
    },
  ])("$name", async ({ pages, found, urls, input }) => {
    expect(await walk(pages, input)).toEqual({ found, urls });
  });

  test("a cursor that comes back is an error", async () => {
    await expect(walk([page(["a"], "1")], { query: { starting_after: "1" } })).rejects.toThrow(
      'The list gave the cursor "1" twice',
    );
    await expect(walk([page(["a"], "1"), page(["b"], "2"), page(["c"], "1")])).rejects.toThrow(
      'The list gave the cursor "1" twice',
    );
  });

  test("leaving the loop early sends nothing more", async () => {
    const { url, seen } = await serve(() => ({ body: page(["a"], "1") }));
    for await (const _ of listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }))) break;
    expect(seen).toHaveLength(1);
  });

  test("a page that is no success is an ApiError", async () => {
    const { url } = await serve(() => ({ status: 401, body: { message: "No key" } }));
    const items = listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }));
    await expect(items.next()).rejects.toMatchObject({ name: "ApiError", status: 401 });
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
  ])("status $given is labelled $want", ({ given, want }) => {
    expect(labelAccountStatus(given)).toBe(want);
  });

  test.each([
    { given: "disabled", want: "Disabled" },
    { given: "constructor", want: "Unknown (constructor)" },
    { given: "__proto__", want: "Unknown (__proto__)" },
  ])("increment $given is labelled $want", ({ given, want }) => {
    expect(labelAccountWarmupIncrement(given)).toBe(want);
  });

  test.each([
    { given: 1, want: true },
    { given: -1, want: true },
    { given: 7, want: false },
    { given: "1", want: false },
    { given: null, want: false },
  ])("$given is a status: $want", ({ given, want }) => {
    expect(isAccountStatus(given)).toBe(want);
  });

  test("values are compared exactly", () => {
    expect([isAccountWarmupIncrement("0"), isAccountWarmupIncrement(0)]).toEqual([true, false]);
  });

  test("members stand in the document's order", () => {
    expect(Object.values(client.AccountStatus) satisfies AccountStatus[]).toEqual([1, 2, 3, -1, -2, -3]);
  });

  test("there are the ten of the document", () => {
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
