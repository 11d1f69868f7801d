import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { html } from "../../generator/diff/reports/escape.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import { hostile, withText } from "./report-hostile.ts";
import { options } from "./report-samples.ts";

const cases = Object.entries(hostile).map(([name, text]) => ({ name, drift: withText(text) }));
const harmless = withText("harmless");

/** What nobody can see, or what turns the text around it. A line break is seen. */
const unseen = /(?![ \n])[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** How many lines a report has, and what they begin with. */
const lines = (text: string): string[] => text.trimEnd().split("\n");

/** What GitHub's runner makes of a line: it looks for `::` at its start, else for `##[` anywhere. */
function command(line: string): { name: string; properties: string[]; data: string } | undefined {
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
  test.each(cases)("shows $name, and follows it in nothing", ({ drift }) => {
    for (const width of [40, 400]) {
      const text = reports.text.drift(drift, { ...options, width });
      expect(text).not.toMatch(unseen);
      expect(lines(text).map(command).filter(Boolean)).toEqual([]);
      expect(stripVTControlCharacters(reports.text.drift(drift, { ...options, width, color: true }))).toBe(text);
    }
    expect(reports.text.history([drift], options)).not.toMatch(unseen);
    expect(
      lines(reports.text.history([drift], options))
        .map(command)
        .filter(Boolean),
    ).toEqual([]);
  });
});

describe("json", () => {
  test.each(cases)("says $name exactly, without showing what cannot be seen", ({ drift }) => {
    const text = reports.json.drift(drift, options);
    expect(text).not.toMatch(unseen);
    expect(lines(text).map(command).filter(Boolean)).toEqual([]);
    const { changes, ignored } = JSON.parse(text);
    const [first] = drift.changes;
    expect(changes[0]).toEqual({ ...first, pointers: undefined });
    expect(ignored[0].reason).toBe(drift.ignored[0]?.reason);
  });
});

describe("github", () => {
  const benign = lines(reports.github.drift(harmless, options)).map(command);

  test.each(cases)("has its own commands only, whatever $name says", ({ drift }) => {
    const text = reports.github.drift(drift, options);
    expect(text).not.toMatch(unseen);
    expect(text).not.toContain("##[");
    const found = lines(text).map(command);
    expect(found.map((each) => [each?.name, each?.properties])).toEqual(
      benign.map((each) => [each?.name, each?.properties]),
    );
    expect(found.map((each) => each?.data.split("%0A").length)).toEqual(
      benign.map((each) => each?.data.split("%0A").length),
    );
    expect(lines(reports.github.history([drift], options)).map((line) => command(line)?.name)).toEqual(["notice"]);
  });

  test("keeps what a message says", () => {
    const [first = ""] = lines(reports.github.drift(withText("50% of a::b, c"), options));
    expect(command(first)?.data.replaceAll("%25", "%")).toMatch(/^50% of a::b, c is new: 50% of a::b, c%0A/);
  });
});

/** Code spans as CommonMark has them: as many backticks at the end as at the start. */
const spans = /(?<!`)(`+)(?!`)(?:(?!\1(?!`)).|(?<=`)`)*?[^`]?\1(?!`)/g;

/** Markdown without its code, and without what this report itself puts around text. */
const bare = (line: string): string =>
  line
    .replace(spans, "CODE")
    .replace(/^(\| | \|$)|(?<= )\|(?= )| \|$/g, "")
    .replace(/^(#{1,3}|-|>) /, "")
    .replace(/\*\*[a-z]+\*\*|\*\*[a-z]+: [\w, ]+\([\w, ]+\)\*\*/g, "")
    .replace(/<br>|<!-- instantly-drift -->|<\/?details>|<\/?summary>/g, " ");

describe("markdown", () => {
  const benign = lines(reports.markdown.drift(harmless, options));
  const cells = (line: string) => (line.startsWith("|") ? line.replace(/\\./g, "").split("|").length : 0);

  test.each(cases)("has the same tables and nothing active for $name", ({ drift }) => {
    const text = reports.markdown.drift(drift, options);
    expect(text).not.toMatch(unseen);
    expect(lines(text).map(cells)).toEqual(benign.map(cells));
    expect(lines(text).map(command).filter(Boolean)).toEqual([]);
    for (const line of [...lines(text), ...lines(reports.markdown.history([drift], options))]) {
      const rest = bare(line);
      expect(rest).not.toMatch(/[`<>[\]\\*_~$@#&{}|/]|\w[:.]\w|\w-\d|\b[0-9a-f]{7,}\b/i);
    }
    expect(text.replace(spans, "").match(/<!--/g)).toHaveLength(1);
  });
});

describe("html", () => {
  test.each(cases)("lets $name end neither an attribute nor a text", ({ drift: { base } }) => {
    expect(html`<p title="${base}">${base}</p>`.toString()).toMatch(/^<p title="[^<>"'`]*">[^<>]*<\/p>$/);
  });

  const tags = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
  const body = (text: string): string => text.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  /** Values of several lines and of one word are shown in different ways. */
  const shape = (text: string): string[] =>
    tags(body(text)).filter((tag) => !/^<(\/?(span|code|del|ins)\b|dl class="values)/.test(tag));
  const benign = shape(reports.html.drift(harmless, options));

  test.each(cases)("has the tags of a harmless page, whatever $name says", ({ drift }) => {
    const text = reports.html.drift(drift, options);
    expect(text).not.toMatch(unseen);
    expect(shape(text)).toEqual(benign);
    expect(lines(text).map(command).filter(Boolean)).toEqual([]);
    expect([...new Set(tags(body(text)))].filter((tag) => /\son|javascript:|https?:|src=/i.test(tag))).toEqual([]);
    expect(text.split(/<script|<style/)).toHaveLength(3);
  });
});
