import { describe, expect, test } from "vitest";
import {
  bind,
  choose,
  createTestClient,
  draw,
  mark,
  merge,
  operations,
  store,
  submit,
  upload,
  write,
} from "../golden/bodies/index.js";
import { serve } from "../helpers/server.ts";

type Client = ReturnType<typeof createTestClient>;

/** Content type and body of what one call sends. */
async function sent(call: (client: Client) => Promise<{ ok: boolean }>, status = 204) {
  const { url, seen } = await serve(() => ({ status }));
  const { ok } = await call(createTestClient({ baseUrl: url, retry: { baseDelay: 1 } }));
  expect(ok).toBe(status === 204);
  return { type: seen[0]?.headers["content-type"], body: seen[0]?.body, times: seen.length };
}

const stream = (text: string) => new Blob([text]).stream();

describe("sends a body as documented", () => {
  test.each<{ what: string; call: (client: Client) => Promise<{ ok: boolean }>; type: string; body: string }>([
    {
      what: "a form",
      call: (client) => submit(client, { body: { name: "a b&c", tags: ["x", "y=z"] } }),
      type: "application/x-www-form-urlencoded",
      body: "name=a%20b%26c&tags=x&tags=y%3Dz",
    },
    {
      what: "a form with styles",
      call: (client) => submit(client, { body: { name: "", joined: ["1", "2,3"], deep: { a: "b" }, json: { a: 1 } } }),
      type: "application/x-www-form-urlencoded",
      body: "name=&joined=1,2%2C3&deep%5Ba%5D=b&json=%7B%22a%22%3A1%7D",
    },
    { what: "a text", call: (client) => write(client, { body: "ä" }), type: "text/plain", body: "ä" },
    { what: "XML", call: (client) => mark(client, { body: "<a/>" }), type: "application/xml", body: "<a/>" },
    {
      what: "a Blob",
      call: (client) => store(client, { body: new Blob(["a"], { type: "image/gif" }) }),
      type: "application/octet-stream",
      body: "a",
    },
    {
      what: "bytes",
      call: (client) => store(client, { body: new TextEncoder().encode("a") }),
      type: "application/octet-stream",
      body: "a",
    },
    {
      what: "a stream",
      call: (client) => store(client, { body: stream("abc") }),
      type: "application/octet-stream",
      body: "abc",
    },
    {
      what: "an image of some kind",
      call: (client) => draw(client, { body: new Blob(["a"], { type: "image/gif" }) }),
      type: "image/gif",
      body: "a",
    },
    {
      what: "an image of no kind",
      call: (client) => draw(client, { body: new Blob(["a"]) }),
      type: "application/octet-stream",
      body: "a",
    },
    {
      what: "JSON by another name",
      call: (client) => merge(client, { body: { a: null } }),
      type: "application/merge-patch+json",
      body: '{"a":null}',
    },
    {
      what: "JSON, where there is a choice",
      call: (client) => choose(client, { body: { c: 1 } }),
      type: "application/json",
      body: '{"c":1}',
    },
    {
      what: "the dotted style",
      call: (client) => bind(client, operations).write({ body: "a" }),
      type: "text/plain",
      body: "a",
    },
  ])("$what", async ({ call, type, body }) => {
    expect(await sent(call)).toMatchObject({ type, body });
  });

  test("sends no body if none is given", async () => {
    expect(await sent((client) => submit(client))).toMatchObject({ type: undefined, body: "" });
  });

  test("sends a stream again on a retry", async () => {
    expect(await sent((client) => store(client, { body: stream("abc") }), 429)).toMatchObject({
      body: "abc",
      times: 3,
    });
  });
});

test("a multipart body has a part per field and per array item", async () => {
  const { type = "", body = "" } = await sent((client) =>
    upload(client, {
      body: {
        file: new File(["png"], "a.png", { type: "image/png" }),
        more: [new Blob(["1"]), new Blob(["2"])],
        note: null,
        size: 3,
        tags: ["x", "y"],
        meta: { a: 1 },
        about: { b: 2 },
        at: "2026-01-01T00:00:00Z",
      },
    }),
  );
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  const parts = await Promise.all(
    [...form].map(async ([name, part]) =>
      typeof part === "string" ? [name, part] : [name, part.name, part.type, await part.text()],
    ),
  );
  expect(parts).toEqual([
    ["file", "a.png", "image/png", "png"],
    ["more", "blob", "application/octet-stream", "1"],
    ["more", "blob", "application/octet-stream", "2"],
    ["size", "3"],
    ["tags", "x"],
    ["tags", "y"],
    ["meta", '{"a":1}'],
    ["about", "blob", "application/json", '{"b":2}'],
    ["at", "2026-01-01T00:00:00Z"],
  ]);
});
