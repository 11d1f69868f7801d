import { describe, expect, test } from "vitest";
import { markOverlayFindings } from "../../generator/diff/apply-policy.ts";
import type { Drift } from "../../generator/diff/findings/change.ts";
import { type Finding, finding } from "../../generator/diff/findings/finding.ts";
import type { KindId } from "../../generator/diff/registry.ts";
import { merge } from "../../generator/diff/merge-findings.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import type { Json } from "../../generator/document/json.ts";
import { change, drift, options } from "./report-samples.ts";

const found = (kind: KindId, path: string, before: Json, after: Json): Finding =>
  finding(kind, ["breaking", "additive"], {
    location: { owner: "schema Pet", path, name: "name", direction: "response", exported: "Pet", inside: path },
    pointer: `#/${path}`,
    before,
    after,
  });
const all = [found("type-changed", "a.name", "x", "y"), found("type-changed", "b.name", "x", "y")];

describe("a finding is ours unless it is found without our corrections, too", () => {
  test.each<{ name: string; theirs: Finding[]; want: (true | undefined)[] }>([
    { name: "nothing else is", theirs: [], want: [true, true] },
    { name: "the same is", theirs: all, want: [undefined, undefined] },
    { name: "it is at another place", theirs: [found("type-changed", "a.name", "x", "y")], want: [undefined, true] },
    { name: "it is of another value", theirs: [found("type-changed", "a.name", "x", "z")], want: [true, true] },
    { name: "it is of another kind", theirs: [found("const-changed", "a.name", "x", "y")], want: [true, true] },
  ])("where $name", ({ theirs, want }) => {
    expect(markOverlayFindings(all, theirs).map(({ fromOverlay }) => fromOverlay)).toEqual(want);
  });

  test("and is not united with what upstream did alike", () => {
    const [first] = all;
    const changes = merge(markOverlayFindings(all, first ? [first] : []));
    expect(changes.map(({ sites, fromOverlay }) => [sites, fromOverlay])).toEqual([
      [["schema Pet: a.name"], undefined],
      [["schema Pet: b.name"], true],
    ]);
    expect(merge(all)).toHaveLength(1);
  });
});

describe("every report tells our corrections", () => {
  const given: Drift = drift([change("risky"), change("docs", { fromOverlay: true })], {
    overlays: ["spec/a.yaml", "spec/<b>.yaml"],
  });
  test.each<{ format: keyof typeof reports; want: string[] }>([
    {
      format: "text",
      want: [
        "risky: 1 risky, 1 docs changes, 1 of them by our corrections (semver minor)\n",
        "with the corrections of spec/a.yaml, spec/<b>.yaml\n",
        "docs  description-changed in answers (our correction)  id 0123456789ab\n",
      ],
    },
    {
      format: "markdown",
      want: [
        "→ `new.json`, with the corrections of `spec/a.yaml`, `spec/<b>.yaml`\n",
        "| `description-changed`<br>in answers<br>our correction<br>id `0123456789ab` |",
      ],
    },
    { format: "json", want: ['"overlays": [\n    "spec/a.yaml",', '"fromOverlay": true'] },
    { format: "github", want: ["title=docs%3A description-changed in answers (our correction)::"] },
    {
      format: "html",
      want: [
        "<code>new.json</code>, with the corrections of <code>spec/a.yaml</code>, <code>spec/&#60;b&#62;.yaml</code>",
        "<span>our correction</span>",
      ],
    },
  ])("$format", ({ format, want }) => {
    const text = reports[format].drift(given, options);
    for (const each of want) expect(text).toContain(each);
    const without = reports[format].drift(drift([change("risky")]), options);
    expect(without).not.toMatch(/correction|ours|overlay/);
  });

  test("and says so when there is nothing else", () => {
    expect(reports.text.drift(drift([change("docs", { fromOverlay: true })]), options)).toMatch(
      /^docs: 1 docs change, by our corrections alone \(semver patch\)\n/,
    );
  });
});
