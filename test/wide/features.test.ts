import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { GeneratedClient } from "../../generator/app/pipeline.ts";
import { callEach } from "./calls.ts";
import { again, make, type Place, place } from "./client.ts";
import { features, refusals } from "./features.ts";

describe("what an OpenAPI document may do", () => {
  const outcomes: GeneratedClient[] = [];
  let here: Place;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "features-"));
    here = place(join(out, "clients"));
    for (const [index, { given }] of features.entries()) {
      const outcome = await make(given);
      outcomes.push(outcome);
      here.put(`c${index}`, outcome);
    }
    return () => rmSync(out, { recursive: true });
  });

  test("gives clients that compile", () => {
    expect(here.typeCheck()).toBe("");
  });

  test.each(features.map((feature, index) => ({ ...feature, index })))(
    "$name",
    async ({ given, index, functions, enums = [], schemas = [], types = [] }) => {
      const outcome = outcomes[index] ?? expect.unreachable();
      const { model, client, snapshot } = outcome;
      expect(await again(outcome)).toEqual({ snapshot, model });
      expect(model.operations.map(({ name }) => name)).toEqual(functions);
      expect(model.enums.map(({ name, members }) => `${name}: ${members.map((each) => each.name).join(" ")}`)).toEqual(
        enums,
      );
      expect(model.schemas.map(({ name }) => name)).toEqual(schemas);
      for (const type of types) expect(client.get("types.ts")).toContain(type);
      expect(await callEach(given, await here.load(`c${index}`))).toEqual({ called: functions.length, problems: [] });
    },
  );

  test.each(refusals)("$name is refused", async ({ given, want }) => {
    await expect(make(given)).rejects.toThrow(want);
  });
});
