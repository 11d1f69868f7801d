import { describe, expect, test } from "vitest";
import { findUses, kinds, readFiles } from "./style.ts";

const files = readFiles();

describe("sources and documentation are in plain English", () => {
  test.each(kinds)('without "$avoid"', (kind) => {
    expect(findUses(kind, files)).toEqual([]);
  });
});

describe("a use of each kind is found", () => {
  test.each([
    "/** Two retries unless told. */",
    "// Callers are told.",
    "// Whoever calls it.",
    '"the server asks for a key"',
    "// The document is had by https.",
    "// Written as the document has it.",
    "// This is no URL.",
    "`${name} has to be a string`",
    "// Where there is a list.",
    "// Nothing is written.",
    "// The address of an answer.",
    "/** What callers see. */",
    "/**\n * How it works.\n */",
    "// The way it travels.",
    "// A value came.",
    "// It is mended anew.",
    "// A colour.",
  ])("%s", (text) => {
    const found = kinds.filter((kind) => findUses(kind, [{ path: "a.ts", text }]).length > 0);
    expect(found.length).toBeGreaterThan(0);
  });
});
