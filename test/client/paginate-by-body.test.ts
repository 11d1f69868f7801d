import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { document, json, operation } from "../helpers/document.ts";
import { serve } from "../helpers/server.ts";
import { type Module, make, place } from "../wide/client.ts";

const lead = { type: "object", properties: { email: { type: "string" } } };
const given = document({
  "/leads/{id}": {
    post: operation("listLeads", {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      requestBody: json({
        type: "object",
        properties: { search: { type: "string" }, limit: { maximum: 100 }, starting_after: { type: "string" } },
      }),
      responses: {
        200: json({
          type: "object",
          properties: { items: { type: "array", items: lead }, next_starting_after: { type: "string" } },
        }),
      },
    }),
  },
});

/** The Account client has no list that is asked in its body, so these walk one of a client made for them. */
describe("a list that takes its cursor in the body", () => {
  let client: Module;
  let compiled: string;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "posted-"));
    const here = place(join(out, "clients"));
    here.put("a", await make(given));
    compiled = here.typeCheck();
    client = await here.load("a");
    return () => rmSync(out, { recursive: true });
  });

  test("has iterators that compile", () => {
    expect(compiled).toBe("");
  });

  test.each([
    { walk: "listLeadsItems", body: undefined, want: [{ email: "a" }, { email: "b" }], first: { limit: 100 } },
    {
      walk: "listLeadsItems",
      body: { search: "x" },
      want: [{ email: "a" }, { email: "b" }],
      first: { limit: 100, search: "x" },
    },
    {
      walk: "listLeadsPages",
      body: { limit: 1 },
      want: [{ items: [{ email: "a" }], next_starting_after: "1" }, { items: [{ email: "b" }] }],
      first: { limit: 1 },
    },
  ])("$walk with $body iterates from page to page", async ({ walk, body, want, first }) => {
    const pages = [{ items: [{ email: "a" }], next_starting_after: "1" }, { items: [{ email: "b" }] }];
    const { url, seen } = await serve((_, index) => ({ body: pages[index] }));
    const connect = client.createWholeClient as (options: object) => unknown;
    const list = client[walk] as (client: unknown, input: object) => AsyncIterable<unknown>;
    const found: unknown[] = [];
    for await (const each of list(connect({ apiKey: "key-1", baseUrl: url }), {
      path: { id: "7" },
      ...(body && { body }),
    }))
      found.push(each);
    expect(found).toEqual(want);
    expect(seen.map((request) => [request.url, JSON.parse(request.body)])).toEqual([
      ["/leads/7", first],
      ["/leads/7", { ...first, starting_after: "1" }],
    ]);
  });
});
