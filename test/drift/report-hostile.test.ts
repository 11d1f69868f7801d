import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { html } from "../../generator/diff/reports/escape.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { hostile, withText } from "./report-hostile.ts";
import { options } from "./report-samples.ts";

const cases = Object.entries(hostile).map(([name, text]) => ({ name, drift: withText(text) }));
const harmless = withText("harmless");

/** Invisible characters and bidirectional controls, except for line breaks. */
const invisible = /(?![ \n])[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

const lines = (text: string): string[] => text.trimEnd().split("\n");

/** Parses a line like the runner of GitHub Actions, which looks for `::` at its start, else for `##[` anywhere. */
function parseCommand(line: string): { name: string; properties: string[]; data: string } | undefined {
  if (!line.trimStart().startsWith("::"))
    return line.includes("##[") ? { name: "old", properties: [], data: line } : undefined;
  const end = line.indexOf("::", 2);
  const [name = "", ...rest] = line.slice(2, end).split(" ");
  return {
    name,
    properties: rest
      .join(" ")
      .split(",")
      .map((each) => each.split("=")[0] ?? ""),
    data: line.slice(end + 2),
  };
}

describe("text", () => {
  test.each(cases)("prints $name without a command or an invisible character", ({ drift }) => {
    for (const width of [40, 400]) {
      const text = reports.text.drift(drift, { ...options, width });
      expect(text).not.toMatch(invisible);
      expect(lines(text).map(parseCommand).filter(Boolean)).toEqual([]);
      expect(stripVTControlCharacters(reports.text.drift(drift, { ...options, width, color: true }))).toBe(text);
    }
    expect(reports.text.history([drift], options)).not.toMatch(invisible);
    expect(
      lines(reports.text.history([drift], options))
        .map(parseCommand)
        .filter(Boolean),
    ).toEqual([]);
  });
});

describe("json", () => {
  test.each(cases)("prints $name exactly, with invisible characters escaped", ({ drift }) => {
    const text = reports.json.drift(drift, options);
    expect(text).not.toMatch(invisible);
    expect(lines(text).map(parseCommand).filter(Boolean)).toEqual([]);
    const { changes, ignored } = JSON.parse(text);
    const [first] = drift.changes;
    expect(changes[0]).toEqual({ ...first, pointers: undefined });
    expect(ignored[0].reason).toBe(drift.ignored[0]?.reason);
  });
});

describe("github", () => {
  const benign = lines(reports.github.drift(harmless, options)).map(parseCommand);

  test.each(cases)("prints no commands of its own for $name", ({ drift }) => {
    const text = reports.github.drift(drift, options);
    expect(text).not.toMatch(invisible);
    expect(text).not.toContain("##[");
    const found = lines(text).map(parseCommand);
    expect(found.map((each) => [each?.name, each?.properties])).toEqual(
      benign.map((each) => [each?.name, each?.properties]),
    );
    expect(found.map((each) => each?.data.split("%0A").length)).toEqual(
      benign.map((each) => each?.data.split("%0A").length),
    );
    expect(lines(reports.github.history([drift], options)).map((line) => parseCommand(line)?.name)).toEqual(["notice"]);
  });

  test("keeps the text of a message", () => {
    const [first = ""] = lines(reports.github.drift(withText("50% of a::b, c"), options));
    expect(parseCommand(first)?.data.replaceAll("%25", "%")).toMatch(/^50% of a::b, c was added: 50% of a::b, c%0A/);
  });
});

/** Code spans as defined by CommonMark: they end with as many backticks as they start with. */
const spans = /(?<!`)(`+)(?!`)(?:(?!\1(?!`)).|(?<=`)`)*?[^`]?\1(?!`)/g;

/** Removes code spans and the Markdown of the report itself. */
const bareText = (line: string): string =>
  line
    .replace(spans, "CODE")
    .replace(/^(\| | \|$)|(?<= )\|(?= )| \|$/g, "")
    .replace(/^(#{1,3}|-|>) /, "")
    .replace(/\*\*[a-z]+\*\*|\*\*[a-z]+: [\w, ]+\([\w, ]+\)\*\*/g, "")
    .replace(/<br>|<!-- instantly-drift -->|<\/?details>|<\/?summary>/g, " ");

describe("markdown", () => {
  const benign = lines(reports.markdown.drift(harmless, options));
  const cells = (line: string) => (line.startsWith("|") ? line.replace(/\\./g, "").split("|").length : 0);

  test.each(cases)("prints the same tables for $name, and no other Markdown", ({ drift }) => {
    const text = reports.markdown.drift(drift, options);
    expect(text).not.toMatch(invisible);
    expect(lines(text).map(cells)).toEqual(benign.map(cells));
    expect(lines(text).map(parseCommand).filter(Boolean)).toEqual([]);
    for (const line of [...lines(text), ...lines(reports.markdown.history([drift], options))]) {
      const rest = bareText(line);
      expect(rest).not.toMatch(/[`<>[\]\\*_~$@#&{}|/]|\w[:.]\w|\w-\d|\b[0-9a-f]{7,}\b/i);
    }
    expect(text.replace(spans, "").match(/<!--/g)).toHaveLength(1);
  });
});

describe("html", () => {
  test.each(cases)("keeps $name inside attributes and text", ({ drift: { base } }) => {
    expect(html`<p title="${base}">${base}</p>`.toString()).toMatch(/^<p title="[^<>"'`]*">[^<>]*<\/p>$/);
  });

  const tags = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
  const body = (text: string): string => text.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  /** Values are rendered differently by their number of words and lines. */
  const structure = (text: string): string[] =>
    tags(body(text)).filter((tag) => !/^<(\/?(span|code|del|ins)\b|dl class="values)/.test(tag));
  const benign = structure(reports.html.drift(harmless, options));

  test.each(cases)("has the same tags as a harmless page for $name", ({ drift }) => {
    const text = reports.html.drift(drift, options);
    expect(text).not.toMatch(invisible);
    expect(structure(text)).toEqual(benign);
    expect(lines(text).map(parseCommand).filter(Boolean)).toEqual([]);
    expect([...new Set(tags(body(text)))].filter((tag) => /\son|javascript:|https?:|src=/i.test(tag))).toEqual([]);
    expect(text.split(/<script|<style/)).toHaveLength(3);
  });
});
