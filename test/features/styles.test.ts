import { describe, expect, test } from "vitest";
import { createTestClient, headers, label, matrix, plain, search, simple } from "../golden/styles/index.js";
import { serve } from "../helpers/server.ts";

const object = { R: 100, G: 200 };
const list = ["blue", "black", "brown"];

type Query = NonNullable<NonNullable<Parameters<typeof search>[1]>["query"]>;

/** What one call sends, in the form in which it comes in. */
async function sent(call: (client: ReturnType<typeof createTestClient>) => Promise<unknown>) {
  const { url, seen } = await serve(() => ({ status: 204 }));
  await call(createTestClient({ baseUrl: url }));
  return { url: seen[0]?.url, headers: seen[0]?.headers };
}

describe("serializes a query as defined by the OpenAPI specification", () => {
  test.each<{ query: Query; want: string }>([
    { query: { form: list }, want: "?form=blue&form=black&form=brown" },
    { query: { form: ["a&b", "c d"] }, want: "?form=a%26b&form=c%20d" },
    { query: { form: [] }, want: "" },
    { query: { form: [""] }, want: "?form=" },
    { query: { joined: list }, want: "?joined=blue,black,brown" },
    { query: { joined: ["a,b", "c"] }, want: "?joined=a%2Cb,c" },
    { query: { joined: [] }, want: "" },
    { query: { spaces: list }, want: "?spaces=blue%20black%20brown" },
    { query: { pipes: list }, want: "?pipes=blue%7Cblack%7Cbrown" },
    { query: { object }, want: "?R=100&G=200" },
    { query: { object: {} }, want: "" },
    { query: { objectJoined: object }, want: "?objectJoined=R,100,G,200" },
    { query: { objectPipes: object }, want: "?objectPipes=R%7C100%7CG%7C200" },
    { query: { deep: object }, want: "?deep%5BR%5D=100&deep%5BG%5D=200" },
    {
      query: { deep: { a: { b: [1, 2] }, c: null } },
      want: "?deep%5Ba%5D%5Bb%5D%5B0%5D=1&deep%5Ba%5D%5Bb%5D%5B1%5D=2",
    },
    { query: { where: object }, want: "?where=%7B%22R%22%3A100%2C%22G%22%3A200%7D" },
    { query: { reserved: "a/b?c=d&e#f+g h" }, want: "?reserved=a/b?c%3Dd%26e%23f%2Bg%20h" },
    { query: { since: new Date(0) }, want: "?since=1970-01-01T00%3A00%3A00.000Z" },
    { query: { "odd&name": "x" }, want: "?odd%26name=x" },
    { query: {}, want: "" },
  ])("$query is $want", async ({ query, want }) => {
    expect((await sent((client) => search(client, { query }))).url).toBe(`/query${want}`);
  });

  test("serializes other parameters as usual", async () => {
    const query = { "filter[name]": "x", ids: [1, 2] };
    expect((await sent((client) => plain(client, { query }))).url).toBe("/plain?filter[name]=x&ids=1&ids=2");
  });

  test("rejects nested arrays", async () => {
    const query = { joined: [["a"]] } as never;
    await expect(sent((client) => search(client, { query }))).rejects.toThrow(
      "joined: the style form cannot represent",
    );
  });
});

describe("a path", () => {
  test("in simple style", async () => {
    const path = { id: true, list, object, exploded: object };
    expect((await sent((client) => simple(client, { path }))).url).toBe(
      "/simple/true/blue,black,brown/R,100,G,200/R=100,G=200",
    );
  });

  test("in label style", async () => {
    const path = { one: "blue", list, lists: list, object, objects: object };
    expect((await sent((client) => label(client, { path }))).url).toBe(
      "/label/.blue/.blue,black,brown/.blue.black.brown/.R,100,G,200/.R=100.G=200",
    );
  });

  test("in matrix style", async () => {
    const path = { one: "blue", list, lists: list, object, objects: object };
    expect((await sent((client) => matrix(client, { path }))).url).toBe(
      "/matrix/;one=blue/;list=blue,black,brown/;lists=blue;lists=black;lists=brown/;object=R,100,G,200/;R=100;G=200",
    );
  });

  test.each<{ one: unknown; list?: unknown }>([
    { one: "" },
    { one: "." },
    { one: ".." },
    { one: undefined },
    { one: null },
    { one: "a", list: [] },
    { one: "a", list: [""] },
    { one: "a", list: ["a", ".."] },
    { one: "a", list: [null] },
    { one: "a", list: {} },
  ])("rejects $one and $list", async ({ one, list = ["a"] }) => {
    const path = { one, list, lists: ["a"], object, objects: object } as never;
    await expect(sent((client) => label(client, { path }))).rejects.toThrow(
      /^\{(one|list)\} of .* is missing or cannot be part of a path$/,
    );
  });

  test("cannot be left by its values", async () => {
    const path = { one: "../x", list: ["a/b", "{one}"], lists: ["?a", "#b"], object, objects: object };
    expect((await sent((client) => label(client, { path }))).url).toBe(
      "/label/...%2Fx/.a%2Fb,%7Bone%7D/.%3Fa.%23b/.R,100,G,200/.R=100.G=200",
    );
  });
});

describe("headers and cookies", () => {
  test("are serialized in their styles", async () => {
    const { headers: seen } = await sent((client) =>
      headers(client, {
        header: { "X-One": "1", "X-List": list, "X-Object": object, "X-Since": new Date(0) },
        cookie: { "session.id": "a;b=c\r\nX: 1", names: ["a", "b,c"] },
      }),
    );
    expect(seen).toMatchObject({
      "x-one": "1",
      "x-list": "blue,black,brown",
      "x-object": "R=100,G=200",
      "x-since": "1970-01-01T00:00:00.000Z",
      cookie: "session.id=a%3Bb%3Dc%0D%0AX%3A%201; names=a,b%2Cc",
    });
  });

  test("are omitted if no value is given", async () => {
    const { headers: seen } = await sent((client) => headers(client, { header: { "X-One": "1" } }));
    expect(Object.keys(seen ?? {})).not.toContain("cookie");
    expect(Object.keys(seen ?? {})).not.toContain("x-list");
  });

  test.each(["a\r\nX-Evil: 1", "a\nb", "a\0b"])("cannot be split: %j", async (value) => {
    for (const header of [
      { "X-One": value, "X-List": [] },
      { "X-One": "1", "X-List": [value] },
    ])
      await expect(sent((client) => headers(client, { header }))).rejects.toBeInstanceOf(TypeError);
  });
});
