import { describe, expect, test } from "vitest";
import { fakeAccounts } from "../golden/account/fake.js";
import {
  type Account,
  createAccountClient,
  getAccount,
  listAccountItems,
  moveAccounts,
  pauseAccount,
  pauseAccounts,
  TransportError,
  unwrap,
} from "../golden/account/index.js";

const account: Account = {
  email: "jon@doe.com",
  first_name: "Jon",
  last_name: "Doe",
  organization: "o",
  provider_code: 1,
  warmup_status: 1,
  setup_pending: false,
  is_managed_account: false,
  timestamp_created: "2026-01-01T00:00:00Z",
  timestamp_updated: "2026-01-01T00:00:00Z",
};
const path = { email: "jon@doe.com" };
const client = (fake: { fetch: (request: Request) => Promise<Response> }, baseUrl = "https://api.test/base") =>
  createAccountClient({ apiKey: "any", baseUrl, fetch: fake.fetch, retry: false });

describe("a fake", () => {
  test("responds the same each time", async () => {
    const fake = fakeAccounts({ getAccount: { status: 200, data: account } });
    expect(await unwrap(getAccount(client(fake), { path }))).toEqual(account);
    expect(await unwrap(getAccount(client(fake), { path }))).toEqual(account);
  });

  test("responds with documented failures", async () => {
    const error = { statusCode: 404, error: "Not Found", message: "No" } as const;
    const result = await getAccount(client(fakeAccounts({ getAccount: { status: 404, error } })), { path });
    expect(result).toMatchObject({ ok: false, status: 404, error });
  });

  test("narrows calls by their operation, also for the compiler", async () => {
    const fake = fakeAccounts({
      pauseAccounts: ({ body }) => ({ status: 200, data: { paused_emails: body.emails, failed_emails: [] } }),
      getAccount: { status: 200, data: account },
    });
    await getAccount(client(fake), { path });
    await pauseAccounts(client(fake), { body: { emails: ["a@x.test", "b@x.test"] } });
    const asked = fake.calls.map((call) =>
      call.operation === "pauseAccounts" ? call.input.body.emails.length : call.input.path.email,
    );
    expect(asked).toEqual(["jon@doe.com", 2]);
  });

  test("simulates a connection failure", async () => {
    const fake = fakeAccounts({ getAccount: Response.error() });
    await expect(getAccount(client(fake), { path })).rejects.toThrow(TransportError);
  });

  test("responds by the input and records the calls", async () => {
    const fake = fakeAccounts({
      listAccount: ({ query }) => ({
        status: 200,
        data: query.starting_after ? { items: [account] } : { items: [account, account], next_starting_after: "2" },
      }),
      pauseAccounts: async ({ body }) => ({ status: 200, data: { paused_emails: body.emails, failed_emails: [] } }),
    });
    const found: Account[] = [];
    for await (const item of listAccountItems(client(fake), { query: { status: 2 } })) found.push(item);
    expect(found).toHaveLength(3);
    expect(await unwrap(pauseAccounts(client(fake), { body: { emails: ["a@x.test"] } }))).toEqual({
      paused_emails: ["a@x.test"],
      failed_emails: [],
    });
    expect(fake.calls.map(({ operation, input }) => ({ operation, ...input }))).toEqual([
      { operation: "listAccount", path: {}, query: { limit: "100", status: "2" } },
      { operation: "listAccount", path: {}, query: { limit: "100", status: "2", starting_after: "2" } },
      { operation: "pauseAccounts", path: {}, query: {}, body: { emails: ["a@x.test"] } },
    ]);
  });

  test("distinguishes similar paths and extracts their values", async () => {
    const fake = fakeAccounts({
      pauseAccount: ({ path }) => ({ status: 200, data: { ...account, email: path.email } }),
      moveAccounts: { status: 200, data: { status: "success" } },
    });
    expect(await unwrap(pauseAccount(client(fake), { path: { email: "a/b+c@x.test" } }))).toMatchObject({
      email: "a/b+c@x.test",
    });
    await unwrap(
      moveAccounts(client(fake), { body: { emails: ["a"], source_workspace_id: "1", destination_workspace_id: "2" } }),
    );
    expect(fake.calls.map(({ operation }) => operation)).toEqual(["pauseAccount", "moveAccounts"]);
  });

  test("responds with any Response", async () => {
    const fake = fakeAccounts({ getAccount: new Response("<html>", { status: 502 }) });
    expect(await getAccount(client(fake), { path })).toMatchObject({ status: "unexpected", error: { text: "<html>" } });
    expect(await getAccount(client(fake), { path })).toMatchObject({ status: "unexpected" });
  });

  test("rejects operations without a handler and requests that match no operation", async () => {
    const fake = fakeAccounts({});
    const retrying = createAccountClient({ apiKey: "any", fetch: fake.fetch });
    await expect(getAccount(retrying, { path })).rejects.toThrow(
      "getAccount (GET /api/v2/accounts/jon%40doe.com): the fake has no handler for it",
    );
    expect(fake.calls).toHaveLength(1);
    await expect(fake.fetch(new Request("https://api.test/other"))).rejects.toThrow("the fake has no such operation");
  });

  test("rejects with a failed assertion of a handler without retrying", async () => {
    let asked = 0;
    const fake = fakeAccounts({
      getAccount: ({ path }) => {
        asked++;
        expect(path.email).toBe("someone@else.test");
        return { status: 200, data: account };
      },
    });
    const retrying = createAccountClient({ apiKey: "any", fetch: fake.fetch });
    await expect(getAccount(retrying, { path })).rejects.toMatchObject({ name: "AssertionError", actual: path.email });
    expect(asked).toBe(1);
  });
});
