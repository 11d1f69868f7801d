import { describe, expect, test } from "vitest";
import { reports } from "../../generator/diff/reports/reports.ts";
import { change, drift, mixed, none, onlyIgnored, options } from "./report-samples.ts";

describe("json", () => {
  const { json } = reports;

  test("has its keys in a stable order", () => {
    const parsed = JSON.parse(json.drift(mixed, options));
    expect(Object.keys(parsed)).toEqual(["base", "head", "level", "semver", "changes", "ignored", "notices"]);
    expect(parsed.changes.map((each: object) => Object.keys(each).join(" "))).toEqual([
      "id kind level direction sites before after message impact",
      "id kind level direction sites value before after message impact",
      "id kind level direction sites before after message impact",
      "id kind level direction sites before after message impact undeclaredConstraints",
    ]);
    expect(Object.keys(parsed.ignored[0]).at(-1)).toBe("reason");
  });

  test("omits empty lists, but not false and zero", () => {
    const parsed = JSON.parse(json.drift(drift([change("risky", { value: false, before: 0 })]), options));
    expect(Object.keys(parsed)).toEqual(["base", "head", "level", "semver", "changes"]);
    expect(parsed.changes[0]).toMatchObject({ value: false, before: 0, after: null });
    expect(JSON.parse(json.drift(none, options))).toEqual({
      base: "old.json",
      head: "new.json",
      level: "none",
      semver: "none",
      changes: [],
    });
  });

  test("omits documents without changes from a history", () => {
    const { history } = JSON.parse(json.history([mixed, onlyIgnored, none], options));
    expect(history).toEqual([JSON.parse(json.drift(mixed, options))]);
  });
});
