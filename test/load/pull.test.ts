import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { DownloadLimits } from "../../generator/download/download-limits.ts";
import { type LoadOptions, loadDocument } from "../../generator/download/load.ts";
import { GeneratorError } from "../../generator/util/errors.ts";
import { type FakeClock, fakeClock } from "../helpers/clock.ts";
import { remedy } from "../helpers/refusal.ts";
import { type Behaviour, fine, give, parsed, pass, raw, redirect, reset, text, turns, upstream } from "./upstream.ts";

// No time passes but where a server lets it: whether an answer is late depends on nothing else.
let clock: FakeClock;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  clock = fakeClock();
});
afterEach(() => void vi.useRealTimers());

/** A folder for what is kept between runs; it goes when the test ends. */
function emptyCache(): string {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a pull comes to: the document, or the code and the message of the error. */
async function outcome(
  source: string,
  limits: Partial<DownloadLimits> = {},
  options: LoadOptions = {},
): Promise<unknown> {
  const settings = {
    cache: emptyCache(),
    environment: {},
    clock,
    limits: { retryDelaysMs: [5, 5], ...limits },
    ...options,
  };
  try {
    return (await loadDocument(source, settings)).document;
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    expect(error.message).toMatch(remedy);
    return `${error.code}: ${error.what}`;
  }
}

const large = 100_000;
const spaces = `${text}${" ".repeat(large * 20)}`;
const head = (headers = ""): string => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${headers}\r\n`;
const packed = (body: Buffer, encoding: string): Behaviour => give(200, body, { "content-encoding": encoding });
const drops = (part: string, count: number): string[] => Array.from({ length: count }, () => part);

/**
 * What falls back to the committed snapshot is `SOURCE_UNREACHABLE`; every other code ends the run. `asked` is how often
 * the server was asked: once, where nothing is tried again.
 */
describe("a server that", () => {
  test.each<{ name: string; does: Behaviour; want: unknown; asked?: number; limits?: Partial<DownloadLimits> }>([
    { name: "answers", does: fine, want: parsed },
    { name: "calls JSON a web page", does: give(200, text, { "content-type": "text/html" }), want: parsed },
    { name: "calls YAML nothing", does: give(200, "openapi: 3.1.0\npaths: {}\n"), want: parsed },
    { name: "sends a byte order mark", does: give(200, `\uFEFF${text}`), want: parsed },
    { name: "packs with gzip", does: packed(gzipSync(text), "gzip"), want: parsed },
    { name: "packs with brotli", does: packed(brotliCompressSync(text), "br"), want: parsed },
    { name: "gives a .gz file", does: give(200, gzipSync(text)), want: parsed },
    { name: "packs a .gz file", does: packed(gzipSync(gzipSync(text)), "gzip"), want: parsed },
    { name: "sends no length", does: raw([head(), text]), want: parsed },

    { name: "says 400", does: give(400), want: "SOURCE_REFUSED: the server responded with 400 Bad Request" },
    {
      name: "says 404 and nothing else",
      does: raw(["HTTP/1.1 404 \r\ncontent-length: 0\r\n\r\n"]),
      want: "SOURCE_REFUSED: the server responded with 404",
    },
    {
      name: "promises more than anybody needs",
      does: (response) => void response.writeHead(200, { "content-length": 100_001 }).flushHeaders(),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    { name: "sends as much as may be", does: fine, want: parsed, limits: { maxBytes: text.length } },
    {
      name: "sends that without saying so",
      does: raw([head(), text]),
      want: parsed,
      limits: { maxBytes: text.length },
    },
    { name: "says 401", does: give(401), want: "SOURCE_REFUSED: the server responded with 401 Unauthorized" },
    { name: "says 403", does: give(403), want: "SOURCE_REFUSED: the server responded with 403 Forbidden" },
    { name: "says 404", does: give(404, "<html>"), want: "SOURCE_REFUSED: the server responded with 404 Not Found" },
    { name: "has no content", does: give(204), want: "SOURCE_REFUSED: the server responded with 204 No Content" },
    {
      name: "sends a part",
      does: give(206, text),
      want: "SOURCE_REFUSED: the server responded with 206 Partial Content",
    },

    { name: "is busy once", does: turns(give(429), fine), want: parsed, asked: 2 },
    {
      name: "is busy for ever",
      does: give(429),
      want: "SOURCE_UNREACHABLE: the server responded with 429 Too Many Requests",
      asked: 3,
    },
    {
      name: "is busy for longer than anybody waits",
      does: give(429, "", { "retry-after": "3600" }),
      want: "SOURCE_UNREACHABLE: the server responded with 429 Too Many Requests",
    },
    { name: "breaks once", does: turns(give(500), fine), want: parsed, asked: 2 },
    { name: "breaks twice", does: turns(give(502), give(504), fine), want: parsed, asked: 3 },
    {
      name: "is broken",
      does: give(503, "<html>"),
      want: "SOURCE_UNREACHABLE: the server responded with 503 Service Unavailable",
      asked: 3,
    },
    { name: "resets the connection once", does: turns(reset, fine), want: parsed, asked: 2 },
    {
      name: "resets the connection always",
      does: reset,
      want: expect.stringMatching(/^SOURCE_UNREACHABLE: no connection \(/),
      asked: 3,
    },
    {
      name: "does not speak HTTP",
      does: raw(["220 mail.example ESMTP\r\n"]),
      want: expect.stringMatching(/^SOURCE_UNREACHABLE: no connection \(/),
      asked: 3,
    },

    {
      name: "never answers",
      does: () => void pass(100),
      want: "SOURCE_UNREACHABLE: the server sent no data for 0.1 seconds",
      asked: 2,
      limits: { idleTimeoutMs: 100, retryDelaysMs: [5] },
    },
    {
      name: "sends its headers drop by drop",
      does: raw(["HTTP/1.1 200 OK\r\n", ...drops("x: y\r\n", 50)], 30),
      want: "SOURCE_UNREACHABLE: the server sent no data for 0.1 seconds",
      asked: 2,
      limits: { idleTimeoutMs: 100, retryDelaysMs: [5] },
    },
    {
      name: "falls silent in the body",
      does: raw([head(), "{", ""], 500),
      want: "SOURCE_UNREACHABLE: the server sent no data for 0.1 seconds",
      asked: 2,
      limits: { idleTimeoutMs: 100, retryDelaysMs: [5] },
    },
    {
      name: "sends its body drop by drop",
      does: raw([head(), ...drops(" ", 50)], 30),
      want: "SOURCE_UNREACHABLE: the response was incomplete after 0.3 seconds",
      asked: 2,
      limits: { attemptTimeoutMs: 300, retryDelaysMs: [5] },
    },
    { name: "is slow, but not silent", does: raw([head(), ...text], 20), want: parsed, limits: { idleTimeoutMs: 400 } },
    {
      name: "is silent once",
      does: turns(() => void pass(300), fine),
      want: parsed,
      asked: 2,
      limits: { idleTimeoutMs: 300, retryDelaysMs: [5] },
    },

    {
      name: "sends less than it promised",
      does: raw([head("content-length: 99\r\n"), text]),
      want: expect.stringMatching(/^SOURCE_UNREACHABLE: the response broke off/),
      asked: 3,
    },
    {
      name: "leaves out the last chunk",
      does: raw([head("transfer-encoding: chunked\r\n"), `${text.length.toString(16)}\r\n${text}\r\n`]),
      want: expect.stringMatching(/^SOURCE_UNREACHABLE: the response broke off/),
      asked: 3,
    },
    {
      name: "sends less than it promised, once",
      does: turns(raw([head("content-length: 99\r\n"), text]), fine),
      want: parsed,
      asked: 2,
    },

    {
      name: "sends more than anybody needs",
      does: give(200, spaces),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    {
      name: "sends more than anybody needs, without saying how much",
      does: (response) => void response.writeHead(200).write(spaces, () => response.end()),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    {
      name: "packs a bomb with gzip",
      does: packed(gzipSync(spaces), "gzip"),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    {
      name: "packs a bomb with brotli",
      does: packed(brotliCompressSync(spaces), "br"),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    {
      name: "gives a bomb as a .gz file",
      does: give(200, gzipSync(spaces)),
      want: "SOURCE_TOO_LARGE: the document is larger than 100 kB",
      limits: { maxBytes: large },
    },
    {
      name: "says that it packs, and does not",
      does: packed(Buffer.from(text), "gzip"),
      want: "SOURCE_ENCODING: the response cannot be decompressed (Z_DATA_ERROR)",
    },
    {
      name: "gives half a .gz file",
      does: give(200, gzipSync(text).subarray(0, 20)),
      want: "SOURCE_ENCODING: the gzip data is damaged or truncated",
    },

    { name: "sends nothing", does: give(200), want: "SOURCE_EMPTY: the document is empty" },
    {
      name: "sends a web page",
      does: give(200, "<!doctype html>"),
      want: "SOURCE_HTML: this is a web page, not a document",
    },
    {
      name: "sends half a document",
      does: give(200, text.slice(0, 20)),
      want: expect.stringMatching(/^SOURCE_SYNTAX: .* at line 1, column 21$/),
    },
    {
      name: "sends UTF-16",
      does: give(200, Buffer.from(`\uFEFF${text}`, "utf16le")),
      want: "SOURCE_ENCODING: the document is not UTF-8",
    },
    {
      name: "sends Latin-1",
      does: give(200, Buffer.from('{"a":"\xE9"}', "latin1")),
      want: "SOURCE_ENCODING: the document is not UTF-8",
    },

    { name: "redirects on the same host", does: turns(redirect("/b?c=d"), fine), want: parsed, asked: 2 },
    {
      name: "redirects three times",
      does: turns(redirect("/1", 301), redirect("/2", 307), redirect("/3", 308), fine),
      want: parsed,
      asked: 4,
    },
    {
      name: "redirects four times",
      does: turns(redirect("/1"), redirect("/2"), redirect("/3"), redirect("/4"), fine),
      want: expect.stringMatching(/^SOURCE_REDIRECT: the server redirects more than 3 times, now to http:.*\/4$/),
      asked: 4,
    },
    {
      name: "redirects in a circle",
      does: redirect("/api.json"),
      want: expect.stringMatching(/^SOURCE_REDIRECT: the server redirects more than 3 times/),
      asked: 4,
    },
    {
      name: "redirects to another host",
      does: redirect("https://user:secret@evil.test/api.json"),
      want: "SOURCE_REDIRECT: the server redirects to another server, https://evil.test/api.json",
    },
    {
      name: "redirects to another name of its own",
      does: (response, request, index) =>
        redirect(`http://localhost:${request.socket.localPort}/`)(response, request, index),
      want: expect.stringMatching(/^SOURCE_REDIRECT: the server redirects to another server, http:\/\/localhost/),
    },
    {
      name: "redirects to another port",
      does: redirect("http://127.0.0.1:9/"),
      want: "SOURCE_REDIRECT: the server redirects to another server, http://127.0.0.1:9/",
    },
    {
      name: "redirects to nowhere",
      does: give(302),
      want: "SOURCE_REDIRECT: the server redirects without a location",
    },
    {
      name: "says that nothing changed, though nobody has seen it before",
      does: turns(give(304), fine),
      want: parsed,
      asked: 2,
    },
  ])("$name", async ({ does, want, asked = 1, limits }) => {
    const { url, seen } = await upstream(does);
    expect(await outcome(`${url}/api.json`, limits)).toEqual(want);
    expect(seen).toHaveLength(asked);
  });
});

test("a document says where it came from, the server is told what is wanted, and nothing is left running", async () => {
  vi.useRealTimers();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const { url, seen } = await upstream(fine);
  const loaded = await loadDocument(`${url}/api.json`, { cache: emptyCache(), environment: {} });
  expect(loaded).toEqual({ document: parsed, source: `${url}/api.json`, from: "url", bytes: text.length });
  expect(seen[0]?.headers.accept).toBe("application/json, application/yaml");
  expect(timers()).toBeLessThanOrEqual(before);
});

test("a server is left alone for as long as it asks", async () => {
  const { url, seen } = await upstream(turns(give(429, "", { "retry-after": "1" }), fine));
  expect(await outcome(url)).toEqual(parsed);
  expect(clock.waits).toEqual([1000]);
  expect(seen).toHaveLength(2);
});

test.each([
  {
    name: "plain http elsewhere",
    source: "http://api.instantly.test/api.json",
    want: "anyone on the network could change a document that is downloaded over http",
  },
  { name: "another scheme", source: "ftp://127.0.0.1/api.json", want: "documents cannot be downloaded over ftp" },
  { name: "a file as an address", source: "file:///etc/hostname", want: "documents cannot be downloaded over file" },
  { name: "what is no address", source: "https://:password@", want: "this is not a URL" },
])("$name is refused before anything is sent", async ({ source, want }) => {
  // The proxy sees whatever would be asked.
  const { url, seen } = await upstream(fine);
  const environment = { http_proxy: url, https_proxy: url };
  expect(await outcome(source, {}, { environment })).toBe(`SOURCE_ADDRESS: ${want}`);
  expect(seen).toEqual([]);
});

describe("credentials in the address", () => {
  test("are sent as HTTP has them, and told nobody", async () => {
    const { url, port, seen } = await upstream(turns(redirect("/b"), fine));
    const source = `http://jo%40n:s%3Acret@127.0.0.1:${port}/api.json`;
    expect((await loadDocument(source, { cache: emptyCache() })).source).toBe(`${url}/api.json`);
    const basic = `Basic ${Buffer.from("jo@n:s:cret").toString("base64")}`;
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
  });

  test.each<{ name: string; does: Behaviour }>([
    { name: "a refusal", does: give(401) },
    { name: "a redirect", does: redirect("http://me:secret@evil.test/") },
    { name: "silence", does: reset },
    { name: "a broken document", does: give(200, '{"a":1,"a":2}') },
    { name: "a large document", does: give(200, spaces) },
    { name: "bad packing", does: packed(Buffer.from(text), "gzip") },
  ])("are not in the error of $name", async ({ does }) => {
    const { url, port } = await upstream(does);
    const options = { cache: emptyCache(), limits: { retryDelaysMs: [], maxBytes: large } };
    const error = await loadDocument(`http://me:secret@127.0.0.1:${port}/api.json`, options).catch((error) => error);
    expect(error).toBeInstanceOf(GeneratorError);
    expect(error.where).toBe(`${url}/api.json`);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain("secret");
  });
});

test("a slow download tells how far it is, a fast one and one that has not begun nothing", async () => {
  const part = " ".repeat(60_000);
  const { url } = await upstream(turns(fine, raw(["", "", "", head(), part, part, "", text], 150)));
  const told: string[] = [];
  const options = { notice: (line: string) => told.push(line) };
  await outcome(url, { progressIntervalMs: 200 }, options);
  expect(told).toEqual([]);
  await outcome(url, { progressIntervalMs: 200 }, options);
  expect(told.filter((line) => !/^load: [1-9]\d* kB so far$/.test(line))).toEqual([]);
  expect(told.length).toBeGreaterThan(1);
});
