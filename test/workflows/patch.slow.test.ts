import { describe, expect, test } from "vitest";
import { forge, pack } from "./forge.ts";
import { branches, files, propose } from "./proposal.ts";

describe("a patch that does something else is refused, and nothing is pushed", () => {
  const add = (path: string, mode = "100644", text = "x") =>
    `diff --git a/${path} b/${path}\nnew file mode ${mode}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+${text}\n`;
  const mode = (path: string, to: string) => `diff --git a/${path} b/${path}\nold mode 100644\nnew mode ${to}\n`;

  test.each<{ name: string; patch: string; want: string }>([
    { name: "a path out of the repository", patch: add("../x"), want: "The patch does not apply." },
    { name: "a path out of a folder of ours", patch: add("spec/../x.json"), want: "The patch does not apply." },
    { name: "git's own files", patch: add(".git/hooks/pre-commit"), want: "The patch does not apply." },
    { name: "git's own files in a folder", patch: add("spec/.git/config"), want: "The patch does not apply." },
    { name: "a workflow", patch: add(".github/workflows/x.yml"), want: "The patch touches .github/workflows/x.yml" },
    { name: "a folder of a similar name", patch: add("specs/x.json"), want: "The patch touches specs/x.json" },
    { name: "another file", patch: add("package-lock.json"), want: "The patch touches package-lock.json" },
    { name: "a hidden file", patch: add("spec/.npmrc"), want: "The patch touches spec/.npmrc" },
    { name: "another kind of file", patch: add("generated/x.js"), want: "The patch touches generated/x.js" },
    {
      name: "a line break in a name",
      patch: add('"generated/a\\nb.ts"').replaceAll('a/"', '"a/').replaceAll('b/"', '"b/'),
      want: "The patch touches $'generated/a\\nb.ts'",
    },
    {
      name: "a symbolic link",
      patch: add("spec/x.json", "120000", "/etc/passwd"),
      want: "spec/x.json something other than a file",
    },
    { name: "a program", patch: add("generated/x.ts", "100755"), want: "generated/x.ts something other than a file" },
    {
      name: "a submodule",
      patch: add("spec/x.json", "160000", `Subproject commit ${"1".repeat(40)}`),
      want: "something other than a file",
    },
    {
      name: "a file that becomes a program",
      patch: mode("spec/api.json", "100755"),
      want: "spec/api.json something other than a file",
    },
    { name: "a file of ours and another", patch: add("spec/x.json") + add("x.json"), want: "The patch touches x.json" },
    { name: "a file that is not as it was", patch: add("spec/api.json"), want: "The patch does not apply." },
    { name: "nothing", patch: "", want: "The patch does not apply." },
  ])("$name", async ({ patch, want }) => {
    const at = await forge(files);
    const ran = await propose(at, patch);
    expect([ran.propose?.result, ran.check?.result]).toEqual(["failure", "skipped"]);
    expect(ran.propose?.log).toMatch(/^::error::/m);
    expect(ran.propose?.log).toContain(want);
    expect([branches(at), at.state().calls]).toEqual([["main"], []]);
  });

  test.each<{ name: string; outputs: Record<string, string>; want: string }>([
    { name: "a level that there is none of", outputs: { level: "fine'; x" }, want: "Unknown level." },
    {
      name: "a part that is lost",
      outputs: { patch0: "" },
      want: "The patch that the job before made does not unpack",
    },
    {
      name: "a text that is not packed",
      outputs: { report: "%" },
      want: "The report that the job before made does not",
    },
    {
      name: "a huge text",
      outputs: { patch0: pack("x".repeat(1e7)), patch1: "" },
      want: "does not unpack, or is too large",
    },
  ])("or was handed over badly: $name", async ({ outputs, want }) => {
    const at = await forge(files);
    const ran = await propose(at, at.patch({ "spec/api.json": "[1]\n" }), "docs", outputs);
    expect(ran.propose?.result).toBe("failure");
    expect(ran.propose?.log).toContain(want);
    expect(branches(at)).toEqual(["main"]);
  });
});
