import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Tests count work, and wait for events: what a clock says depends on the machine and on what else it does. This finds
 * uses of clocks and timers in all tests and their helpers.
 */
const clocks: readonly RegExp[] = [
  /\bperformance\s*\.|\bperf_hooks\b/,
  /\bDate\s*\.\s*now\b|\bnew Date\(\s*\)|(?<!new )(?<![.\w])Date\(\s*\)/,
  /\bhrtime\b|\buptime\(|\b(?:cpu|resource)Usage\b/,
  /\bconsole\s*\.\s*time/,
  /\b(?:took|elapsed|duration)(?:Ms)?\b/,
  /(?<!clear)\bset(?:Timeout|Interval)\(|\bsetTimeout as \w+|\btimers\/promises\b|\bAbortSignal\s*\.\s*timeout\b|\bAtomics\s*\.\s*wait\b/,
  /\bto(?:BeLess|BeGreater)Than(?:OrEqual)?\([^)]*(?:\bms\b|Ms\b|seconds)/,
];

/** Programs that measure and print, and judge nothing. */
const measures = /^bench\/|^wide\/run\.ts$/;

/** The uses in tests that judge nothing, with how often they stand in a file. */
const allowed: readonly { readonly file: string; readonly uses: number; readonly because: string }[] = [
  { file: "client/retry.test.ts", uses: 5, because: "the clock is a fake one" },
  { file: "emit/verify-output.test.ts", uses: 1, because: "it is a text that is checked" },
  { file: "helpers/regexp.ts", uses: 1, because: "it is a comment" },
  { file: "write/child.ts", uses: 1, because: "it keeps its turn a while, for others to want it" },
  {
    file: "write/processes.slow.test.ts",
    uses: 1,
    because: "a process is killed at a random moment, any of which is fine",
  },
];

/** The lines of a text that look at a clock. */
const uses = (text: string): string[] => text.split("\n").filter((line) => clocks.some((clock) => clock.test(line)));

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    /\.(?:ts|mjs|js|sh)$/.test(file) &&
    !measures.test(file) &&
    !/^golden\/|\/runtime\/|node_modules\/|^clocks\.test\.ts$/.test(file),
);

test("no test looks at a clock", () => {
  const found = files.flatMap((file) => {
    const lines = uses(readFileSync(join(import.meta.dirname, file), "utf8"));
    const expected = allowed.find((each) => each.file === file)?.uses ?? 0;
    return lines.length === expected ? [] : [{ file, expected, lines }];
  });
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
  expect(allowed.filter(({ file }) => !files.includes(file))).toEqual([]);
});

describe("a use of a clock is found", () => {
  test.each([
    "const start = performance.now();",
    'import { performance as clock } from "node:perf_hooks";',
    "expect(Date.now() - start).toBe(1);",
    "const now = new Date();",
    "const now = +new Date( );",
    "const begin = process.hrtime.bigint();",
    "const begin = process.uptime();",
    'console.timeEnd("a");',
    "expect(elapsed).toBe(true);",
    "expect(took < 5).toBe(true);",
    "await new Promise((resolve) => setTimeout(resolve, 20));",
    'import { setTimeout as sleep } from "node:timers/promises";',
    "setInterval(() => {}, 5);",
    "signal: AbortSignal.timeout(50)",
    "expect(waitMs).toBeLessThan(limitMs);",
  ])("%s", (line) => {
    expect(uses(`const a = 1;\n${line}\n`)).toEqual([line]);
  });

  test.each([
    "new Date(2026, 0, 1)",
    "clearTimeout(timer);",
    'vi.useFakeTimers({ toFake: ["setTimeout"] });',
    "expect(count).toBeLessThan(10);",
    "Date.UTC(2026, 0, 1)",
  ])("and not where there is none: %s", (line) => {
    expect(uses(line)).toEqual([]);
  });
});
