import { describe, expect, test } from "vitest";
import { checked, follow, isUrl, withoutCredentials } from "../../generator/load/address.ts";
import { limits } from "../../generator/load/limits.ts";
import { nextWait, retryAfter } from "../../generator/load/retry.ts";
import { size } from "../../generator/load/size.ts";

/** The value, or the code of the error. */
const or = <Value>(work: () => Value): Value | string => {
  try {
    return work();
  } catch (error) {
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
])("may %s be asked? %s", (source, want) => expect(or(() => checked(source).href)).toBe(want));

test.each([
  ["https://api.test/x", "https://api.test/x"],
  ["https://me:secret@api.test/x?y", "https://api.test/x?y"],
  ["https://me@api.test/x", "https://api.test/x"],
  ["https://me:se/cret@:x/", "https://:x/"],
  ["some/file@2.json", "some/file@2.json"],
])("%s is written as %s", (address, want) => expect(withoutCredentials(address)).toBe(want));

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
  expect(or(() => follow(new URL(from), to, 0).href)).toBe(want),
);

test.each([0, 1, 2, 3])("after %s redirects", (hops) =>
  expect(or(() => follow(new URL("https://a.test/"), "/b", hops).pathname)).toBe(hops < 3 ? "/b" : "SOURCE_REDIRECT"),
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
    ["", undefined],
    [null, undefined],
  ])("Retry-After: %s asks for %s ms", (header, want) => expect(retryAfter(header, now)).toBe(want));

  test.each([
    { name: "the first", again: true, attempt: 0, want: 500 },
    { name: "the second", again: true, attempt: 1, want: 2000 },
    { name: "no third", again: true, attempt: 2, want: undefined },
    { name: "none that makes no sense", again: false, attempt: 0, want: undefined },
    { name: "as long as the server asks", again: true, attempt: 0, asked: 30_000, want: 30_000 },
    { name: "not at all, if it asks", again: true, attempt: 1, asked: 0, want: 0 },
    { name: "not for ever", again: true, attempt: 0, asked: 30_001, want: undefined },
    { name: "no third, even if it asks", again: true, attempt: 2, asked: 1, want: undefined },
  ])("$name", ({ attempt, want, ...missed }) =>
    expect(nextWait({ reason: "", ...missed }, attempt, limits)).toBe(want),
  );
});

test.each([
  [0, "0 kB"],
  [1, "1 kB"],
  [999_000, "999 kB"],
  [1_250_000, "1.3 MB"],
])("%s bytes are %s", (bytes, want) => expect(size(bytes)).toBe(want));
