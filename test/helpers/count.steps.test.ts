import { describe, expect, test } from "vitest";
import { parseRetryAfter } from "../../templates/retry-policy.js";
import { match } from "./regexp.ts";
import { steps } from "./steps.ts";

describe("a matcher that counts finds what V8 finds", () => {
  test.each([
    /a*b/,
    /a*?b/,
    /(a+)+b/,
    /^(?:ab|a)(c|bcd)(d*)$/,
    /(a)\1|b/,
    /(?<q>['"]).*?\k<q>/,
    /\bword\b|\Bx/,
    /^b$/m,
    /.+/s,
    /a{2}|b{1,2}?c|c{2,}/,
    /(?=ab)a|(?!ab)a/,
    /[^\s\]]+\]/,
    /\p{Lu}\p{Ll}*/u,
    /^(?!www$|[0-9a-f]{7,}$)(?:\p{L}\p{M}?)+(?:['’-](?:\p{L}\p{M}?)+)*$/iu,
    /\u{1f469}|[\u2028\x41]/u,
    /(?:a?)*?b|(?:)*c/,
    /(z)((a+)?(b+)?(c))*/,
  ])("%s", (pattern) => {
    const texts = [
      "",
      "aaab",
      "abcd",
      "bc bbc ccc",
      "'a\"b' x",
      "a word, xx",
      "a\nb\nc",
      "ab] A]",
      "Ärger 👩‍👩‍👧",
      "deadbeef",
      "zaacbbbcac",
    ];
    for (const text of texts)
      for (let from = 0; from <= text.length; from++) {
        // V8 moves a start between two halves of a pair.
        if (/[\udc00-\udfff]/.test(text[from] ?? "")) continue;
        const global = new RegExp(pattern, `${pattern.flags}g`);
        global.lastIndex = from;
        const want = global.exec(text);
        expect([text, from, match(pattern, text, from).found]).toEqual([
          text,
          from,
          want ? [want.index, want.index + want[0].length] : undefined,
        ]);
      }
  });
});

describe("work that grows with the square of its input takes four times the steps", () => {
  test.each<{ name: string; work: (text: string) => unknown; want: number }>([
    { name: "an expression that looks at each character once", work: (text) => /b/.test(text), want: 2 },
    { name: "an expression that goes back and forth", work: (text) => /a*b/.test(text), want: 4 },
    { name: "one that is used to replace", work: (text) => text.replace(/a+b/g, ""), want: 4 },
    { name: "one that is used to split", work: (text) => text.split(/a+b/), want: 4 },
    { name: "a search", work: (text) => text.includes("b"), want: 2 },
    { name: "a search for each character", work: (text) => [...text].filter(() => text.includes("b")), want: 4 },
  ])("$name: $want", async ({ work, want }) => {
    const [once, twice] = [await steps(() => work("a".repeat(300))), await steps(() => work("a".repeat(600)))];
    expect(twice / once).toBeCloseTo(want, 0);
  });

  test("the same work takes the same steps, and more of it takes more", async () => {
    const work = (times: number) => steps(() => Array.from({ length: times }, () => parseRetryAfter("5", 0)));
    const first = await work(10);
    expect(first).toBeGreaterThan(10);
    expect(await work(10)).toBe(first);
    expect(await work(20)).toBe(2 * first);
  });

  test("an expression that would never come to an end is stopped", async () => {
    await expect(steps(() => /(?:a|a)*b/.test("a".repeat(40)))).rejects.toThrow("more than 2000000 steps");
  });
});
