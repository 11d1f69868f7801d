import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSpecHistory } from "./spec-history.ts";

test.each<{ name: string; files?: readonly string[]; given: (folder: string) => string | undefined; want: unknown }>([
  { name: "unset", given: () => undefined, want: "SPEC_HISTORY_DIR is not set" },
  { name: "empty", given: () => "", want: 'SPEC_HISTORY_DIR="" is empty' },
  { name: "blank", given: () => " ", want: 'SPEC_HISTORY_DIR=" " is empty' },
  { name: "a folder that is missing", given: (folder) => `${folder}/gone`, want: "does not exist" },
  { name: "a file", files: ["a"], given: (folder) => `${folder}/a`, want: "is not a folder" },
  { name: "an empty folder", given: (folder) => folder, want: "has no dated copies" },
  {
    name: "a folder without copies",
    files: ["expected-drift.json", "2026-01-01.json", "notes.json.gz"],
    given: (folder) => folder,
    want: "has no dated copies",
  },
  {
    name: "a folder without what is expected",
    files: ["2026-01-01.json.gz"],
    given: (folder) => folder,
    want: "has no expected-drift.json",
  },
  {
    name: "a folder of copies",
    files: ["2026-02-01.json.gz", "2026-01-01.json.gz", "expected-drift.json"],
    given: (folder) => folder,
    want: ["2026-01-01.json.gz", "2026-02-01.json.gz"],
  },
])("SPEC_HISTORY_DIR may be $name", ({ files = [], given, want }) => {
  const folder = mkdtempSync(join(tmpdir(), "spec-history-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of files) writeFileSync(join(folder, name), "");
  const found = readSpecHistory(given(folder));
  if (typeof want === "string") expect(found).toContain(want);
  else expect(found).toEqual({ folder, copies: (want as string[]).map((name) => join(folder, name)) });
});
