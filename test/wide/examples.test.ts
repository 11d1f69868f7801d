import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { GeneratedClient } from "../../generator/app/pipeline.ts";
import { callEach } from "./calls.ts";
import { again, make, type Place, place } from "./client.ts";
import { callable, example, examples, refused } from "./examples.ts";
import { rawOperations } from "./raw.ts";

const clients = examples.filter((name) => refused[name] === undefined);
const folderOf = (name: string): string => name.replace(/\W+/g, "-");

describe("documents that others have written to try tools out", () => {
  const outcomes = new Map<string, GeneratedClient>();
  let here: Place;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "examples-"));
    here = place(join(out, "clients"));
    for (const name of clients) {
      const outcome = await make(example(name));
      outcomes.set(name, outcome);
      here.put(folderOf(name), outcome);
    }
    return () => rmSync(out, { recursive: true });
  });

  test("there are enough of them", () => {
    expect(clients.length).toBeGreaterThan(50);
    expect(Object.keys(refused).filter((name) => !examples.includes(name))).toEqual([]);
  });

  test("give clients that compile", () => {
    expect(here.typeCheck()).toBe("");
  });

  test("give snapshots that give the same again", async () => {
    for (const [name, outcome] of outcomes) {
      const { snapshot, model } = outcome;
      expect([name, await again(outcome)]).toEqual([name, { snapshot, model }]);
    }
  });

  test.each(clients)("%s: every operation is called as it says", async (name) => {
    const operations = rawOperations(example(name)).filter(callable);
    expect(await callEach(example(name), await here.load(folderOf(name)), operations)).toEqual({
      called: operations.length,
      problems: [],
    });
  });

  test.each(Object.entries(refused))("%s is refused: %s", async (name, code) => {
    await expect(make(example(name))).rejects.toThrow(`error[${code}] at `);
  });
});
