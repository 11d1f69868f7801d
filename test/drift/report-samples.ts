import { type Drift, highestLevel, type Level, type Located, semver } from "../../generator/diff/findings/change.ts";
import type { ReportOptions } from "../../generator/diff/reports/report.ts";
import { printJson } from "../../generator/document/json.ts";

/** Creates a change. */
export const change = (level: Level, rest: Partial<Located> = {}): Located => ({
  id: "0123456789ab",
  kind: "description-changed",
  level,
  direction: "response",
  sites: ["schema Pet: name"],
  before: null,
  after: null,
  message: `a ${level} change`,
  impact: "no code changes needed",
  pointers: ["#/components/schemas/Pet/properties/name"],
  ...rest,
});

/** Creates a drift from its changes. */
export function drift(changes: readonly Located[], rest: Partial<Drift> = {}): Drift {
  const level = highestLevel(changes);
  return {
    base: "old.json",
    head: "new.json",
    level,
    semver: semver[level],
    changes,
    ignored: [],
    notices: [],
    ...rest,
  };
}

/** A snapshot with the lines that the changes point to. */
export const snapshot: string = printJson({
  components: { schemas: { Pet: { properties: { name: { type: "string" }, tags: [] }, required: ["name", "tags"] } } },
  paths: { "/pets/{id}": { get: { responses: { 200: {}, 404: {} } } } },
});

export const options: ReportOptions = { color: false, file: "spec/pets.json", snapshot };

/** A drift with one change per level, which together use every property of a change. */
export const mixed: Drift = drift(
  [
    change("breaking", {
      id: "aaaaaaaaaaaa",
      kind: "property-removed",
      message: "nick was removed",
      impact: "Pet.nick was removed; callers that read it stop compiling",
      sites: ["schema Pet: nick", "GET /pets/{id} 200: nick"],
      pointers: ["#/components/schemas/Pet/properties/nick"],
    }),
    change("risky", {
      id: "bbbbbbbbbbbb",
      kind: "enum-value-added",
      message: "mood has a new value, 3",
      impact: "PetMood gains Sleepy = 3; exhaustive switches stop compiling",
      sites: ["schema Pet: mood"],
      value: 3,
      after: 3,
    }),
    change("additive", {
      id: "cccccccccccc",
      kind: "param-added",
      direction: "request",
      message: "limit was added",
      sites: ["GET /pets query: limit"],
      after: { type: "integer", maximum: 50 },
    }),
    change("docs", {
      id: "dddddddddddd",
      kind: "description-changed",
      message: 'description of name changed from "The name of the pet" to "The short name of the pet"',
      before: "The name of the pet",
      after: "The short name of the pet, which is required",
      undeclaredConstraints: ["required"],
    }),
  ],
  {
    ignored: [
      { ...change("docs", { kind: "summary-changed", message: "summary of name was removed" }), reason: "not used" },
    ],
    notices: ['ignore entry {"id":"x"} matches no change'],
  },
);

/** Drifts without changes, and with ignored changes only. */
export const none: Drift = drift([]);
export const onlyIgnored: Drift = drift([], { ignored: mixed.ignored, notices: mixed.notices });
