import { type Drift, highestLevel, type Level, type Located, semver } from "../../generator/diff/findings/change.ts";
import type { ReportOptions } from "../../generator/diff/reports/report.ts";
import { printJson } from "../../generator/document/json.ts";

/** A whole change around what a test is about. */
export const change = (level: Level, rest: Partial<Located> = {}): Located => ({
  id: "0123456789ab",
  kind: "description-changed",
  level,
  direction: "response",
  sites: ["schema Pet: name"],
  before: null,
  after: null,
  message: `a ${level} one`,
  impact: "nothing to do",
  pointers: ["#/components/schemas/Pet/properties/name"],
  ...rest,
});

/** A whole drift around its changes. */
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

/** A document with a line for each thing that the changes above point to. */
export const snapshot: string = printJson({
  components: { schemas: { Pet: { properties: { name: { type: "string" }, tags: [] }, required: ["name", "tags"] } } },
  paths: { "/pets/{id}": { get: { responses: { 200: {}, 404: {} } } } },
});

export const options: ReportOptions = { color: false, file: "spec/pets.json", snapshot };

/** One change of each level, of different kinds, with all that a change can have. */
export const mixed: Drift = drift(
  [
    change("breaking", {
      id: "aaaaaaaaaaaa",
      kind: "property-removed",
      message: "nick is gone",
      impact: "Pet.nick is gone; callers that read it stop compiling",
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
      message: "limit is new",
      sites: ["GET /pets query: limit"],
      after: { type: "integer", maximum: 50 },
    }),
    change("docs", {
      id: "dddddddddddd",
      kind: "description-changed",
      message: 'description of name: "The name of the pet" is now "The short name of the pet"',
      before: "The name of the pet",
      after: "The short name of the pet, which is required",
      undeclaredConstraints: ["required"],
    }),
  ],
  {
    ignored: [
      { ...change("docs", { kind: "summary-changed", message: "another summary" }), reason: "nobody reads it" },
    ],
    notices: ["entry 2 of the ignore list matches nothing"],
  },
);

/** No change at all; and none but those that the config says to ignore. */
export const none: Drift = drift([]);
export const hushed: Drift = drift([], { ignored: mixed.ignored, notices: mixed.notices });
