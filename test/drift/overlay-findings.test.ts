import { describe, expect, test } from "vitest";
import { markOverlayFindings } from "../../generator/diff/apply-policy.ts";
import type { Drift } from "../../generator/diff/findings/change.ts";
import { createFinding, type Finding } from "../../generator/diff/findings/finding.ts";
import { mergeFindings } from "../../generator/diff/merge-findings.ts";
import { type KindId, kinds } from "../../generator/diff/registry.ts";
import { reports } from "../../generator/diff/reports/reports.ts";
import type { Json } from "../../generator/document/json.ts";
import { change, drift, options } from "./report-samples.ts";

const find = (id: KindId, path: string, before: Json, after: Json): Finding =>
  createFinding(kinds.find((kind) => kind.id === id) ?? expect.unreachable(id), {
    location: { owner: "schema Pet", path, name: "name", direction: "response", exported: "Pet", inside: path },
    pointer: `#/${path}`,
    before,
    after,
  });
const [first, second] = [find("type-changed", "a.name", "x", "y"), find("type-changed", "b.name", "x", "y")];
const all = [first, second];

describe("a finding comes from an overlay unless it is found without overlays too", () => {
  test.each<{ name: string; upstream: Finding[]; want: (true | undefined)[] }>([
    { name: "no upstream finding", upstream: [], want: [true, true] },
    { name: "the same upstream findings", upstream: all, want: [undefined, undefined] },
    { name: "an upstream finding at one of two sites", upstream: [first], want: [undefined, true] },
    {
      name: "an upstream finding with another value",
      upstream: [find("type-changed", "a.name", "x", "z")],
      want: [true, true],
    },
    {
      name: "an upstream finding of another kind",
      upstream: [find("const-changed", "a.name", "x", "y")],
      want: [true, true],
    },
  ])("$name", ({ upstream, want }) => {
    expect(markOverlayFindings(all, upstream).map(({ fromOverlay }) => fromOverlay)).toEqual(want);
  });

  test("it is not merged with an equal upstream finding", () => {
    const changes = mergeFindings(markOverlayFindings(all, [first]));
    expect(changes.map(({ sites, fromOverlay }) => [sites, fromOverlay])).toEqual([
      [["schema Pet: a.name"], undefined],
      [["schema Pet: b.name"], true],
    ]);
    expect(mergeFindings(all)).toHaveLength(1);
  });
});

describe("every report labels the changes of overlays", () => {
  const given: Drift = drift([change("risky"), change("docs", { fromOverlay: true })], {
    overlays: ["spec/a.yaml", "spec/<b>.yaml"],
  });
  test.each<{ format: keyof typeof reports; want: string[] }>([
    {
      format: "text",
      want: [
        "risky: 1 risky, 1 docs change, 1 of them from overlays (semver minor)\n",
        "with overlays spec/a.yaml, spec/<b>.yaml\n",
        "docs  description-changed in responses (from an overlay)  id 0123456789ab\n",
      ],
    },
    {
      format: "markdown",
      want: [
        "→ `new.json`, with overlays `spec/a.yaml`, `spec/<b>.yaml`\n",
        "| `description-changed`<br>in responses<br>from an overlay<br>id `0123456789ab` |",
      ],
    },
    { format: "json", want: ['"overlays": [\n    "spec/a.yaml",', '"fromOverlay": true'] },
    { format: "github", want: ["title=docs%3A description-changed in responses (from an overlay)::"] },
    {
      format: "html",
      want: [
        "<code>new.json</code>, with overlays <code>spec/a.yaml</code>, <code>spec/&#60;b&#62;.yaml</code>",
        "<span>from an overlay</span>",
      ],
    },
  ])("$format", ({ format, want }) => {
    const text = reports[format].drift(given, options);
    for (const each of want) expect(text).toContain(each);
    expect(reports[format].drift(drift([change("risky")]), options)).not.toMatch(/overlay/i);
  });

  test("the summary says if all changes come from overlays", () => {
    expect(reports.text.drift(drift([change("docs", { fromOverlay: true })]), options)).toMatch(
      /^docs: 1 docs change, all from overlays \(semver patch\)\n/,
    );
  });
});
