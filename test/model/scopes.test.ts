import { expect, test } from "vitest";
import { readScopes } from "../../generator/model/read-scopes.ts";

test.each([
  { name: "none", given: "Lists things.", scopes: [], rest: "Lists things." },
  { name: "an empty description", given: "", scopes: [], rest: "" },
  {
    name: "one of several",
    given: "Requires one of the following scopes: `a:read`, `a:all`",
    scopes: [["a:read", "a:all"]],
    rest: "",
  },
  { name: "a single one", given: "Requires one of the following scopes: `a:read`.", scopes: [["a:read"]], rest: "" },
  {
    name: "after other text",
    given: "Pauses.\n\n\nRequires one of the following scopes: `a`, `b`",
    scopes: [["a", "b"]],
    rest: "Pauses.",
  },
  {
    name: "before other text",
    given: "Requires one of the following scopes: `a`\n\nPauses.",
    scopes: [["a"]],
    rest: "Pauses.",
  },
  {
    name: "within a line",
    given: "Pauses. Requires one of the following scopes: `a`, or `b`. Slow.",
    scopes: [["a", "b"]],
    rest: "Pauses. Slow.",
  },
  {
    name: "two sentences of the same kind",
    given: "Requires one of the following scopes: `a`, `b`\nRequires one of the following scopes: `c`, `a`",
    scopes: [["a", "b", "c"]],
    rest: "",
  },
  {
    name: "groups that are all required",
    given: "Pauses.\n\nRequires all of the following scope groups:\n- One of `a`, `b`\n- One of `c`, `d`",
    scopes: [
      ["a", "b"],
      ["c", "d"],
    ],
    rest: "Pauses.",
  },
  {
    name: "scopes that are all required",
    given: "Requires all of the following scopes: `a`, `b`",
    scopes: [["a"], ["b"]],
    rest: "",
  },
  {
    name: "a sentence about scopes without names",
    given: "Scopes are checked.",
    scopes: [],
    rest: "Scopes are checked.",
  },
])("reads scopes: $name", ({ given, scopes, rest }) => {
  expect(readScopes(given)).toEqual({ scopes, rest });
});
