import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadDocument } from "../../generator/download/load.ts";
import { type Behaviour, give, redirect, text, turns, upstream } from "./upstream.ts";

/** A document of this title. */
const titled = (title: string): string => text.replace("{", `{"title":"${title}",`);

/** Pulls from a server again and again, and tells the titles it got. */
async function puller(does: Behaviour) {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const cache = join(folder, "documents");
  const { url, seen } = await upstream(does);
  const pull = async (path = "/api.json") => {
    const { document } = await loadDocument(`${url}${path}`, {
      cache,
      environment: {},
      limits: { retryDelaysMs: [1] },
    });
    return Object(document).title;
  };
  const conditions = () =>
    seen.map(({ headers }) => {
      const { "if-none-match": tag, "if-modified-since": since } = headers;
      return [tag, since].filter((each) => each !== undefined).join(" and ") || "none";
    });
  return { cache, pull, url, conditions };
}

const date = "Fri, 21 Aug 2026 08:00:00 GMT";
const tagged = (title: string): Behaviour => give(200, titled(title), { etag: `"${title}"` });

/** A server that has one document, and says so to those who know it. */
const current =
  (title: string): Behaviour =>
  (response, request, index) =>
    (request.headers["if-none-match"] === `"${title}"` ? give(304) : tagged(title))(response, request, index);

test("what a server says is unchanged is not sent again", async () => {
  const { pull, conditions, cache } = await puller(current("one"));
  expect([await pull(), await pull(), await pull()]).toEqual(["one", "one", "one"]);
  expect(conditions()).toEqual(["none", '"one"', '"one"']);
  expect(readdirSync(cache)).toEqual([expect.stringMatching(/^[\da-f]{64}$/)]);
});

test("a date does as well", async () => {
  const { pull, conditions } = await puller(turns(give(200, titled("one"), { "last-modified": date }), give(304)));
  expect([await pull(), await pull()]).toEqual(["one", "one"]);
  expect(conditions()).toEqual(["none", date]);
});

test("what has both is asked for by both", async () => {
  const both = give(200, titled("one"), { etag: '"1"', "last-modified": date });
  const { pull, conditions } = await puller(turns(both, give(304)));
  expect([await pull(), await pull()]).toEqual(["one", "one"]);
  expect(conditions()).toEqual(["none", `"1" and ${date}`]);
});

test("what changed takes the place of what was kept", async () => {
  const { pull, conditions } = await puller(turns(tagged("one"), current("two")));
  expect([await pull(), await pull(), await pull()]).toEqual(["one", "two", "two"]);
  expect(conditions()).toEqual(["none", '"one"', '"two"']);
});

test.each<{ name: string; does: Behaviour }>([
  { name: "has nothing to know it by", does: give(200, titled("one")) },
  { name: "is not to be kept", does: give(200, titled("one"), { etag: '"1"', "cache-control": "private, no-store" }) },
])("a document that $name is not kept", async ({ does }) => {
  const { pull, conditions, cache } = await puller(does);
  expect([await pull(), await pull()]).toEqual(["one", "one"]);
  expect(conditions()).toEqual(["none", "none"]);
  expect(existsSync(cache)).toBe(false);
});

test("what is no document is not kept", async () => {
  const { pull, conditions } = await puller(turns(give(200, "{", { etag: '"bad"' }), tagged("one")));
  await expect(pull()).rejects.toThrow("SOURCE_SYNTAX");
  expect(await pull()).toBe("one");
  expect(conditions()).toEqual(["none", "none"]);
});

test("the bodies of the addresses that were asked last are kept, and no others", async () => {
  const { pull, cache, conditions } = await puller(current("one"));
  for (let number = 0; number < 10; number++) {
    await pull(`/${number}`);
    // Files that are written in one millisecond have no order.
    for (const name of readdirSync(cache)) {
      const { atime, mtime } = statSync(join(cache, name));
      utimesSync(join(cache, name), atime, new Date(mtime.getTime() - 1000));
    }
  }
  expect(readdirSync(cache)).toHaveLength(8);
  await pull("/9");
  await pull("/0");
  expect(conditions().slice(-2)).toEqual(['"one"', "none"]);
});

test.each(["me:secret@", "me@", ":secret@"])("what was had with %s is not kept", async (who) => {
  const { pull, url, cache } = await puller(tagged("one"));
  const options = { cache, environment: {} };
  await loadDocument(`${url.replace("//", `//${who}`)}/api.json`, options);
  expect(() => readdirSync(cache)).toThrow("ENOENT");
  await pull();
  const [name = ""] = readdirSync(cache);
  expect(readFileSync(join(cache, name), "utf8")).not.toMatch(/127\.0\.0\.1|secret/);
});

test.each<{ name: string; damage: (file: string) => void }>([
  { name: "gone", damage: (file) => rmSync(file) },
  { name: "empty", damage: (file) => writeFileSync(file, "") },
  { name: "cut off", damage: (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)) },
  { name: "changed", damage: (file) => writeFileSync(file, readFileSync(file, "utf8").replace("3.1.0", "3.1.1")) },
  { name: "something else", damage: (file) => writeFileSync(file, "null\n{}") },
])("what was kept and is $name is asked for anew", async ({ damage }) => {
  const { pull, conditions, cache } = await puller(current("one"));
  await pull();
  const [name = ""] = readdirSync(cache);
  damage(join(cache, name));
  expect([await pull(), await pull()]).toEqual(["one", "one"]);
  expect(conditions()).toEqual(["none", "none", '"one"']);
});

test("where nothing can be kept, nothing is", async () => {
  const { pull, conditions, cache } = await puller(current("one"));
  writeFileSync(cache, "a file in the place of the folder");
  expect([await pull(), await pull()]).toEqual(["one", "one"]);
  expect(conditions()).toEqual(["none", "none"]);
});

test("what cannot take its place leaves nothing beside it", async () => {
  const { pull, cache } = await puller(current("one"));
  await pull();
  const [name = ""] = readdirSync(cache);
  rmSync(join(cache, name));
  mkdirSync(join(cache, name));
  expect(await pull()).toBe("one");
  expect(readdirSync(cache)).toEqual([name]);
});

test("a body is known by where it was in the end, not by who pointed there", async () => {
  const { pull, conditions } = await puller((response, request, index) => {
    const moved = redirect(index < 4 ? "/v1" : "/v2");
    (request.url === "/api.json" ? moved : current("one"))(response, request, index);
  });
  expect([await pull(), await pull(), await pull()]).toEqual(["one", "one", "one"]);
  expect(conditions()).toEqual(["none", "none", "none", '"one"', "none", "none"]);
});

test("each address has its own", async () => {
  const { pull, conditions } = await puller(current("one"));
  expect([await pull("/a"), await pull("/b"), await pull("/a?b")]).toEqual(["one", "one", "one"]);
  expect(conditions()).toEqual(["none", "none", "none"]);
});
