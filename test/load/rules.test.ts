import { describe, expect, test } from "vitest";
import { networkFailure } from "../../generator/download/attempt.ts";
import { nextRetryDelay, parseRetryAfter } from "../../generator/download/download.ts";
import { defaultLimits, formatBytes } from "../../generator/download/download-limits.ts";
import {
  authorizationHeader,
  isUrl,
  parseSourceUrl,
  resolveRedirect,
  withoutCredentials,
} from "../../generator/download/url.ts";
import { refusal, remedy } from "../helpers/refusal.ts";

/** The value, or the code of the error. */
const or = <Value>(work: () => Value): Value | string => {
  try {
    return work();
  } catch (error) {
    expect(String(error)).toMatch(remedy);
    return Object(error).code ?? String(error);
  }
};

test.each([
  ["https://api.test/x.json", true],
  ["HTTP://api.test", true],
  ["ftp://api.test", true],
  ["api.json", false],
  ["C://api.json", false],
  ["git:main", false],
  ["dir/https://x", false],
])("is %s an address? %s", (source, want) => expect(isUrl(source)).toBe(want));

test.each([
  ["https://api.test/x.json", "https://api.test/x.json"],
  ["HTTPS://api.test", "https://api.test/"],
  ["http://localhost:80/x", "http://localhost/x"],
  ["http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"],
  ["http://127.1.2.3/x", "http://127.1.2.3/x"],
  ["http://127.10.20.30/x", "http://127.10.20.30/x"],
  ["http://evil.localhost/x", "SOURCE_ADDRESS"],
  ["http://[::1]:8080/x", "http://[::1]:8080/x"],
  ["http://127.1/x", "http://127.0.0.1/x"],
  ["http://api.test/x", "SOURCE_ADDRESS"],
  ["http://localhost.evil.test/x", "SOURCE_ADDRESS"],
  ["http://127.0.0.1.evil.test/x", "SOURCE_ADDRESS"],
  ["http://127.0.0.1@evil.test/x", "SOURCE_ADDRESS"],
  ["http://0.0.0.0/x", "SOURCE_ADDRESS"],
  ["http://[::2]/x", "SOURCE_ADDRESS"],
  ["http://10.0.0.1/x", "SOURCE_ADDRESS"],
  ["file:///etc/passwd", "SOURCE_ADDRESS"],
  ["https://", "SOURCE_ADDRESS"],
])("may %s be asked? %s", (source, want) => expect(or(() => parseSourceUrl(source).href)).toBe(want));

test.each([
  ["https://api.test/x", "https://api.test/x"],
  ["https://me:secret@api.test/x?y", "https://api.test/x?y"],
  ["https://me@api.test/x", "https://api.test/x"],
  ["https://me:se/cret@:x/", "https://:x/"],
  ["https://:secret@api.test/x", "https://api.test/x"],
  ["https://api.test", "https://api.test"],
  ["https://api.test/a//b@c", "https://api.test/a//b@c"],
  ["some/file@2.json", "some/file@2.json"],
  ["some//file@2.json", "some//file@2.json"],
])("%s is written as %s", (address, want) => expect(withoutCredentials(address)).toBe(want));

test.each([
  ["https://api.test/x", undefined],
  ["https://me:secret@api.test/x", "me:secret"],
  ["https://me@api.test/x", "me:"],
  ["https://:secret@api.test/x", ":secret"],
  ["https://m%40e:50%@api.test/x", "m@e:50%"],
])("%s is asked as %s", (address, want) => {
  const { authorization: header } = authorizationHeader(new URL(address));
  expect(header).toBe(want && `Basic ${Buffer.from(want).toString("base64")}`);
});

test.each([
  { from: "https://a.test/x/y", to: "z?q", want: "https://a.test/x/z?q" },
  { from: "https://a.test/x", to: "//a.test/z", want: "https://a.test/z" },
  { from: "https://a.test/x", to: "https://a.test:443/z", want: "https://a.test/z" },
  { from: "https://a.test/x", to: "https://you:pw@a.test/z", want: "https://a.test/z" },
  { from: "https://a.test/x", to: "http://a.test/x", want: "SOURCE_REDIRECT" },
  { from: "http://127.0.0.1/x", to: "https://127.0.0.1/x", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "//b.test/x", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "\\\\b.test/x", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "https://a.test:8443/x", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "https://a.test.b.test/x", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "data:application/json,{}", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: "https://", want: "SOURCE_REDIRECT" },
  { from: "https://a.test/x", to: null, want: "SOURCE_REDIRECT" },
])("from $from, $to leads to $want", ({ from, to, want }) =>
  expect(or(() => resolveRedirect(new URL(from), to, 0).href)).toBe(want),
);

test.each([0, 1, 2, 3])("after %s redirects", (hops) =>
  expect(or(() => resolveRedirect(new URL("https://a.test/"), "/b", hops).pathname)).toBe(
    hops < 3 ? "/b" : "SOURCE_REDIRECT",
  ),
);

describe("waits", () => {
  const now = Date.parse("2026-08-21T08:00:00Z");
  test.each([
    ["3", 3000],
    [" 0 ", 0],
    ["Fri, 21 Aug 2026 08:00:05 GMT", 5000],
    ["Fri, 21 Aug 2026 07:00:00 GMT", 0],
    ["-3", undefined],
    ["soon", undefined],
    ["3 s", undefined],
    ["2026-08-21T08:00:05Z", undefined],
    ["", undefined],
    [null, undefined],
  ])("Retry-After: %s asks for %s ms", (header, want) => expect(parseRetryAfter(header, now)).toBe(want));

  test.each([
    { name: "the first", retryable: true, attempt: 0, want: 500 },
    { name: "the second", retryable: true, attempt: 1, want: 2000 },
    { name: "no third", retryable: true, attempt: 2, want: undefined },
    { name: "none that makes no sense", retryable: false, attempt: 0, want: undefined },
    { name: "as long as the server asks", retryable: true, attempt: 0, retryAfterMs: 30_000, want: 30_000 },
    { name: "not at all, if it asks", retryable: true, attempt: 1, retryAfterMs: 0, want: 0 },
    { name: "not for ever", retryable: true, attempt: 0, retryAfterMs: 30_001, want: undefined },
    { name: "no third, even if it asks", retryable: true, attempt: 2, retryAfterMs: 1, want: undefined },
  ])("$name", ({ attempt, want, ...missed }) =>
    expect(nextRetryDelay({ reason: "", ...missed }, attempt, defaultLimits)).toBe(want),
  );
});

test.each([
  [0, "0 kB"],
  [1, "1 kB"],
  [999_000, "999 kB"],
  [1_000_000, "1.0 MB"],
  [1_250_000, "1.3 MB"],
])("%s bytes are %s", (bytes, want) => expect(formatBytes(bytes)).toBe(want));

describe("what went wrong on the way", () => {
  const system = (code: string, message = "no") => Object.assign(new Error(message), { code });
  /** `fetch` wraps what happened, once or twice. */
  const wrapped = (cause: unknown) => new TypeError("fetch failed", { cause });
  test.each<{ error: unknown; bodyStarted?: boolean; want: string; retryable: boolean }>([
    { error: wrapped(system("ENOTFOUND")), want: "the host name does not resolve (ENOTFOUND)", retryable: false },
    { error: wrapped(system("EAI_AGAIN")), want: "the host name does not resolve (EAI_AGAIN)", retryable: false },
    ...["CERT_HAS_EXPIRED", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "ERR_TLS_CERT_ALTNAME_INVALID"].map((code) => ({
      error: wrapped(wrapped(system(code))),
      want: `the server's certificate is not accepted (${code})`,
      retryable: false,
    })),
    {
      error: new Error("Proxy response (407) !== 200"),
      want: "the proxy http://p.test responded with 407",
      retryable: false,
    },
    {
      error: new Error("Proxy response (500) !== 200"),
      want: "the proxy http://p.test responded with 500",
      retryable: true,
    },
    { error: new Error("No Proxy response (500)"), want: "no connection (No Proxy response (500))", retryable: true },
    {
      error: wrapped(system("ECONNRESET")),
      bodyStarted: true,
      want: "the response broke off (ECONNRESET)",
      retryable: true,
    },
    { error: wrapped("odd"), want: "no connection (fetch failed)", retryable: true },
    { error: "odd", want: "no connection (odd)", retryable: true },
    {
      error: system("EZ_ERR_BROTLI_ERR__ERROR_ERR_ZLIB"),
      want: "no connection (EZ_ERR_BROTLI_ERR__ERROR_ERR_ZLIB)",
      retryable: true,
    },
  ])("is $want", ({ error, bodyStarted = false, want, retryable }) => {
    expect(networkFailure(error, { bodyStarted, source: "https://a.test", proxy: "http://p.test" })).toEqual({
      reason: want,
      retryable,
    });
  });

  test.each(["Z_DATA_ERROR", "ERR_BROTLI_DECODER", "ERR__ERROR_FORMAT_PADDING_1", "ERR_ZLIB_INITIALIZATION_FAILED"])(
    "is no use asking again for: %s",
    (code) => {
      expect(
        refusal(() =>
          networkFailure(wrapped(system(code)), {
            bodyStarted: true,
            source: "https://a.test",
            proxy: "http://p.test",
          }),
        ),
      ).toBe(
        `error[SOURCE_ENCODING] at https://a.test: the response cannot be decompressed (${code}). Try again later, or download the document in another way.`,
      );
    },
  );
});
