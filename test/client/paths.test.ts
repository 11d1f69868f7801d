import { describe, expect, test } from "vitest";
import {
  createAccountClient,
  getAccount,
  getDailyAccountAnalytics,
  listAccount,
  resumeAccount,
} from "../golden/account/index.js";
import { serve } from "../helpers/server.ts";

/** The raw request target that a path value gives, or the error. */
const target = async (value: unknown): Promise<string> => {
  const { url, seen } = await serve(() => ({ body: {} }));
  const client = createAccountClient({ apiKey: "k", baseUrl: url });
  try {
    await resumeAccount(client, { path: { email: value as string } });
  } catch (error) {
    expect(["TypeError", "URIError"]).toContain((error as Error).name);
    expect(seen).toEqual([]);
    return "refused";
  }
  return seen[0]?.url ?? "";
};

describe("a path value stays in its place", () => {
  test.each([
    ["jon@doe.com", "jon%40doe.com"],
    ["jon+tag@doe.com", "jon%2Btag%40doe.com"],
    ["a b", "a%20b"],
    ["a/b", "a%2Fb"],
    ["../admin", "..%2Fadmin"],
    ["..\\admin", "..%5Cadmin"],
    ["/", "%2F"],
    ["//evil.test", "%2F%2Fevil.test"],
    ["?a=1", "%3Fa%3D1"],
    ["a?b", "a%3Fb"],
    ["#a", "%23a"],
    ["a&b=c", "a%26b%3Dc"],
    ["%2e%2e", "%252e%252e"],
    ["%2F", "%252F"],
    ["%", "%25"],
    ["...", "..."],
    [".a", ".a"],
    ["a..", "a.."],
    ["a;b", "a%3Bb"],
    ["a:b", "a%3Ab"],
    ["$&", "%24%26"],
    ["$1", "%241"],
    ["{email}", "%7Bemail%7D"],
    ["\n", "%0A"],
    ["\r\nX-Evil: 1", "%0D%0AX-Evil%3A%201"],
    ["\t", "%09"],
    ["\0", "%00"],
    [" ", "%20"],
    ["é", "%C3%A9"],
    ["日本", "%E6%97%A5%E6%9C%AC"],
    ["😀", "%F0%9F%98%80"],
    ["constructor", "constructor"],
    [7, "7"],
  ])("%j", async (value, want) => {
    expect(await target(value)).toBe(`/api/v2/accounts/${want}/resume`);
  });
});

test.each(["", ".", "..", undefined, null, true, {}, [], ["a"], () => "a", Symbol("a"), "\ud800", "a\udc00b"])(
  "the path value %o is refused before anything is sent",
  async (value) => {
    expect(await target(value)).toBe("refused");
  },
);

test("ignores inherited values", async () => {
  const client = createAccountClient({ apiKey: "k" });
  const path = Object.create({ email: "jon@doe.com" });
  await expect(getAccount(client, { path })).rejects.toThrow(
    "{email} of https://api.instantly.ai/api/v2/accounts/{email} is missing or cannot be part of a path",
  );
});

test.each<{ given: object; want: string }>([
  { given: {}, want: "" },
  { given: { a: 1, b: "x y", c: true }, want: "?a=1&b=x%20y&c=true" },
  { given: { a: undefined, b: null, c: "" }, want: "?c=" },
  { given: { a: ["x", "y&z"], b: [] }, want: "?a=x&a=y%26z" },
  { given: { at: new Date(0) }, want: "?at=1970-01-01T00%3A00%3A00.000Z" },
  { given: { at: [new Date(0), "x"] }, want: "?at=1970-01-01T00%3A00%3A00.000Z&at=x" },
])("the query of $given is $want", async ({ given, want }) => {
  const { url, seen } = await serve(() => ({ body: {} }));
  await listAccount(createAccountClient({ apiKey: "k", baseUrl: url }), { query: given });
  expect(seen[0]?.url).toBe(`/api/v2/accounts${want}`);
});

test.each([{ search: [{}] }, { search: "\ud800" }, { search: 1n }])("rejects the query %o", async (query) => {
  const { url, seen } = await serve(() => ({ body: {} }));
  const client = createAccountClient({ apiKey: "k", baseUrl: url });
  await expect(listAccount(client, { query: query as never })).rejects.toThrow();
  expect(seen).toEqual([]);
});

test("sends query values unchanged", async () => {
  const { url, seen } = await serve(() => ({ body: {} }));
  const client = createAccountClient({ apiKey: "k", baseUrl: url });
  await listAccount(client, { query: { search: "a&b=c+d", limit: 10, include_tags: false } });
  await getDailyAccountAnalytics(client, { query: { emails: ["a@x.test", "b@x.test"], start_date: "2026-01-01" } });
  expect(seen.map(({ url }) => url)).toEqual([
    "/api/v2/accounts?search=a%26b%3Dc%2Bd&limit=10&include_tags=false",
    "/api/v2/accounts/analytics/daily?emails=a%40x.test&emails=b%40x.test&start_date=2026-01-01",
  ]);
});
