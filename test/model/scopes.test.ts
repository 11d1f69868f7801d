import { expect, test } from "vitest";
import { readScopes } from "../../generator/model/read-scopes.ts";

test.each([
  { name: "none", given: "Lists things.", scopes: [], rest: "Lists things." },
  { name: "nothing at all", given: "", scopes: [], rest: "" },
  {
    name: "one of several",
    given: "Requires one of the following scopes: `a:read`, `a:all`",
    scopes: [["a:read", "a:all"]],
    rest: "",
  },
  { name: "a single one", given: "Requires one of the following scopes: `a:read`.", scopes: [["a:read"]], rest: "" },
  {
    name: "after text",
    given: "Pauses.\n\n\nRequires one of the following scopes: `a`, `b`",
    scopes: [["a", "b"]],
    rest: "Pauses.",
  },
  {
    name: "before text",
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
    name: "two lines of one kind",
    given: "Requires one of the following scopes: `a`, `b`\nRequires one of the following scopes: `c`, `a`",
    scopes: [["a", "b", "c"]],
    rest: "",
  },
  {
    name: "groups that are all needed",
    given: "Pauses.\n\nRequires all of the following scope groups:\n- One of `a`, `b`\n- One of `c`, `d`",
    scopes: [
      ["a", "b"],
      ["c", "d"],
    ],
    rest: "Pauses.",
  },
  {
    name: "scopes that are all needed",
    given: "Requires all of the following scopes: `a`, `b`",
    scopes: [["a"], ["b"]],
    rest: "",
  },
  {
    name: "a word about scopes that names none",
    given: "Scopes are checked.",
    scopes: [],
    rest: "Scopes are checked.",
  },
])("$name", ({ given, scopes, rest }) => {
  expect(readScopes(given)).toEqual({ scopes, rest });
});
