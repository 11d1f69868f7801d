import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GeneratedClient, generateClient } from "../generator/app/pipeline.ts";
import { defaults } from "../generator/config/config.ts";
import { asObject, isArray, isObject, type Json } from "../generator/document/json.ts";
import { selectOperations } from "../generator/document/select-operations.ts";
import { validateDocument, validateSelection } from "../generator/document/validate.ts";
import { loadDocument } from "../generator/download/load.ts";
import { readFolder } from "../generator/files/write-files.ts";
import { writeClient } from "./helpers/client-folder.ts";
import { specHistory } from "./helpers/spec-history.ts";
import { typeCheck } from "./helpers/typescript.ts";

const { folder, copies } = specHistory ?? { copies: [] };

test.skipIf(folder)("is skipped: set SPEC_HISTORY_DIR to a folder of dated copies of the document", (context) =>
  context.skip(),
);

describe.skipIf(!folder)("the document's real history", () => {
  const dates = copies.map((path) => basename(path, ".json.gz"));
  const newest = dates.at(-1) ?? "";
  const templates = readFolder(join(import.meta.dirname, "../templates"));
  const outcomes = new Map<string, GeneratedClient>();
  const of = (date: string): GeneratedClient => outcomes.get(date) ?? expect.unreachable(`there is no copy of ${date}`);

  const generate = (document: Json) => generateClient(document, defaults, templates, async (_, work) => work());
  const texts = ({ snapshot, client }: GeneratedClient) => [snapshot, ...client];

  beforeAll(async () => {
    for (const date of dates)
      outcomes.set(date, await generate((await loadDocument(join(folder ?? "", `${date}.json.gz`))).document));
  });

  test("there are copies to look at", () => {
    expect(dates.length).toBeGreaterThan(1);
  });

  test("every copy gives a client that compiles", async () => {
    const out = mkdtempSync(join(tmpdir(), "history-"));
    afterAll(() => rmSync(out, { recursive: true }));
    symlinkSync(join(import.meta.dirname, "../node_modules"), join(out, "node_modules"));
    for (const date of dates) writeClient(join(out, date), of(date).client, join(out, "runtimes"));
    const { compilerOptions } = JSON.parse(readFileSync("test/compile/tsconfig.json", "utf8"));
    const strict = JSON.parse(readFileSync("tsconfig.json", "utf8")).compilerOptions;
    const { rootDirs: _, ...options } = { ...strict, ...compilerOptions };
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    writeFileSync(join(out, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*/*.ts"] }));
    expect(typeCheck(out)).toBe("");
  });

  test("no copy has anything for the gate to refuse or to change, in the whole API", async () => {
    for (const date of dates) {
      const { document } = await loadDocument(join(folder ?? "", `${date}.json.gz`));
      const selected = selectOperations(validateDocument(document), { paths: ["/**"] }).document;
      const before = JSON.stringify(selected);
      expect(JSON.stringify(validateSelection(selected)) === before, date).toBe(true);
    }
  });

  test("a client's own snapshot gives the same client again", async () => {
    for (const date of dates) expect(texts(await generate(JSON.parse(of(date).snapshot)))).toEqual(texts(of(date)));
  });

  const expected: { from: string; to: string; changes: unknown[] }[] = JSON.parse(
    readFileSync(folder ? join(folder, "expected-drift.json") : "package.json", "utf8"),
  );
  test.each(folder ? expected : [])(
    "$from to $to: no byte differs exactly when nothing changed",
    ({ from, to, changes }) => {
      const same = JSON.stringify(texts(of(from))) === JSON.stringify(texts(of(to)));
      expect(same).toBe(changes.length === 0);
    },
  );

  test("the newest copy has what the design counts", () => {
    const { model, counts, warnings } = of(newest);
    expect(counts).toEqual({ operations: 16, paths: 13, schemas: 2 });
    expect(model.schemas.map(({ name }) => name)).toEqual(["Account", "BackgroundJob"]);
    expect(model.enums.flatMap(({ sites }) => sites)).toHaveLength(17);
    expect(model.operations.filter(({ scopes }) => scopes.length > 0)).toHaveLength(12);
    expect(model.operations.filter(({ scopes }) => scopes.length === 0).map(({ name }) => name)).toEqual([
      "getDailyAccountAnalytics",
      "moveAccounts",
      "disableWarmupForAccounts",
      "enableWarmupForAccounts",
    ]);
    expect(warnings).toEqual([]);
  });

  const { obtained } = JSON.parse(readFileSync("spec/api_v2.lock.json", "utf8"));
  describe.runIf(obtained === "written from facts")("the committed baseline", () => {
    const baseline: Json = JSON.parse(readFileSync(defaults.snapshot, "utf8"));

    test("has the facts of the newest copy", () => {
      expect(withoutProse(baseline)).toEqual(withoutProse(JSON.parse(of(newest).snapshot)));
    });

    test("has sentences of its own", () => {
      const upstream = new Set(prose(JSON.parse(of(newest).snapshot)));
      const machineReadable = /^Requires one of the following scopes: [`a-z:, ]+$/;
      expect(prose(baseline).filter((text) => upstream.has(text) && !machineReadable.test(text))).toEqual([]);
    });
  });
});

const isProse = (key: string, value: Json): value is string =>
  (key === "description" || key === "summary") && typeof value === "string";

function withoutProse(value: Json): Json {
  if (isArray(value)) return value.map(withoutProse);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, isProse(key, child) ? "" : withoutProse(child)]),
  );
}

function prose(value: Json): string[] {
  if (isArray(value)) return value.flatMap(prose);
  return Object.entries(asObject(value)).flatMap(([key, child]) => (isProse(key, child) ? [child] : prose(child)));
}
