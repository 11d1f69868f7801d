import { describe, expect, test } from "vitest";
import { createAccountClient, type listAccount, listAccountItems, listAccountPages } from "../golden/account/index.js";
import { serve } from "../helpers/server.ts";

type Input = Parameters<typeof listAccount>[1];

const page = (emails: string[], next?: string | null) => ({
  items: emails.map((email) => ({ email })),
  next_starting_after: next,
});

const walk = async (pages: object[], input?: Input) => {
  const { url, seen } = await serve((_, index) => ({ body: pages[index] ?? { items: [] } }));
  const found: string[] = [];
  for await (const { email } of listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }), input))
    found.push(email);
  return { found, urls: seen.map(({ url }) => url.replace("/api/v2/accounts?limit=", "")) };
};

describe("iterating over a list", () => {
  test.each<{ name: string; pages: object[]; found: string[]; urls: string[]; input?: Input }>([
    { name: "over one page without a cursor", pages: [page(["a", "b"])], found: ["a", "b"], urls: ["100"] },
    {
      name: "over pages until there is no cursor",
      pages: [page(["a"], "x&y"), page(["b"], null)],
      found: ["a", "b"],
      urls: ["100", "100&starting_after=x%26y"],
    },
    {
      name: "over pages until one is empty",
      pages: [page(["a"], "1"), page([], "2"), page(["never"])],
      found: ["a"],
      urls: ["100", "100&starting_after=1"],
    },
    { name: "over nothing", pages: [page([])], found: [], urls: ["100"] },
    {
      name: "with a query",
      pages: [page(["a"], "1"), page(["b"])],
      found: ["a", "b"],
      urls: ["100&status=2", "100&status=2&starting_after=1"],
      input: { query: { status: 2 } },
    },
    {
      name: "with a limit of one's own",
      pages: [page(["a"], "1"), page(["b"])],
      found: ["a", "b"],
      urls: ["1", "1&starting_after=1"],
      input: { query: { limit: 1 } },
    },
    {
      name: "from a cursor",
      pages: [page(["a"])],
      found: ["a"],
      urls: ["100&starting_after=9"],
      input: { query: { starting_after: "9" } },
    },
  ])("$name", async ({ pages, found, urls, input }) => {
    expect(await walk(pages, input)).toEqual({ found, urls });
  });

  test("yields pages", async () => {
    const { url } = await serve((_, index) => ({ body: [page(["a", "b"], "1"), page(["c"])][index] }));
    const sizes: number[] = [];
    for await (const { items } of listAccountPages(createAccountClient({ apiKey: "k", baseUrl: url })))
      sizes.push(items.length);
    expect(sizes).toEqual([2, 1]);
  });

  test("rejects if a cursor repeats", async () => {
    await expect(walk([page(["a"], "1"), page(["b"], "2"), page(["c"], "1")])).rejects.toThrow(
      'the list returned the cursor "1" twice',
    );
    await expect(walk([page(["a"], "1")], { query: { starting_after: "1" } })).rejects.toThrow(
      'the list returned the cursor "1" twice',
    );
  });

  test("throws an ApiError for JSON that is not a page", async () => {
    await expect(walk([page(["a"], "1"), { message: "maintenance" }])).rejects.toMatchObject({
      name: "ApiError",
      status: 200,
    });
  });

  test("uses the defaults for undefined options", async () => {
    expect(await walk([page(["a"])], { query: { limit: undefined } as never })).toEqual({
      found: ["a"],
      urls: ["100"],
    });
  });

  test("sends nothing more after an early exit", async () => {
    const { url, seen } = await serve(() => ({ body: page(["a"], "1") }));
    for await (const _ of listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }))) break;
    expect(seen).toHaveLength(1);
  });

  test("rejects with the reason if aborted between pages", async () => {
    const { url, seen } = await serve((_, index) => ({ body: page(["a"], String(index)) }));
    const controller = new AbortController();
    const items = listAccountItems(
      createAccountClient({ apiKey: "k", baseUrl: url }),
      {},
      { signal: controller.signal },
    );
    await items.next();
    controller.abort("enough");
    await expect(items.next()).rejects.toBe("enough");
    expect(seen).toHaveLength(1);
  });

  test("rejects with the reason if aborted within a page", async () => {
    const { url } = await serve(() => ({ body: page(["a", "b", "c"]) }));
    const controller = new AbortController();
    const made = createAccountClient({ apiKey: "k", baseUrl: url });
    const found: string[] = [];
    const walk = async () => {
      for await (const { email } of listAccountItems(made, {}, { signal: controller.signal })) {
        found.push(email);
        if (email === "b") controller.abort("enough");
      }
    };
    await expect(walk()).rejects.toBe("enough");
    expect(found).toEqual(["a", "b"]);
  });

  test("throws an ApiError for a page that is not a success", async () => {
    const { url } = await serve(() => ({ status: 401, body: { message: "No key" } }));
    const items = listAccountItems(createAccountClient({ apiKey: "k", baseUrl: url }));
    await expect(items.next()).rejects.toMatchObject({ name: "ApiError", status: 401, operation: "listAccount" });
  });

  test("yields each of 1,000 accounts exactly once although every third response is 429 or 503", async () => {
    const all = Array.from({ length: 1000 }, (_, index) => `account-${index}@x.test`);
    const { url, seen } = await serve((request, index) => {
      if (index % 3 === 2)
        return { status: index % 2 ? 429 : 503, headers: { "retry-after": "0" }, body: { message: "Busy" } };
      const query = new URL(request.url, "http://x").searchParams;
      const start = Number(query.get("starting_after") ?? 0);
      const end = start + Number(query.get("limit") ?? 10);
      // The last page still carries a cursor, as the API's may.
      return { body: page(all.slice(start, end), String(end)) };
    });
    const client = createAccountClient({ apiKey: "k", baseUrl: url });
    const found: string[] = [];
    for await (const { email } of listAccountItems(client, { query: { limit: 20 } })) found.push(email);
    expect(found).toEqual(all);
    expect(seen.length).toBeGreaterThan(70);
  });
});
