import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, onTestFinished, test } from "vitest";
import { typeCheck } from "../helpers/typescript.ts";

const root = join(import.meta.dirname, "../..");
describe("the generated client and the goldens compile under the project's strict flags", () => {
  test("with the TypeScript that is installed", () => {
    expect(ts.version).toMatch(/^5\.9\./);
    expect(typeCheck(join(root, "test/compile"))).toBe("");
  });

  test("and so do the tests that call the goldens, which hold their types to what they should be", () => {
    expect(typeCheck(join(root, "test/features"))).toBe("");
  });

  test("every golden is among what is compiled", () => {
    const { rootDirs } = JSON.parse(readFileSync(join(root, "test/compile/tsconfig.json"), "utf8")).compilerOptions;
    const goldens = readdirSync(join(root, "test/golden")).map((name) => `../golden/${name}`);
    expect(rootDirs).toEqual(["./everything", ...goldens]);
  });
});

test("the project compiles, and with it what test/types expects of the client's types", () => {
  expect(typeCheck(root)).toBe("");
});

test("a mistake is told with its place", () => {
  const folder = mkdtempSync(join(tmpdir(), "mistake-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true, "types": [] } }');
  writeFileSync(join(folder, "a.ts"), "export const a: string = 1;\n");
  expect(typeCheck(folder)).toBe("a.ts(1,14): error TS2322: Type 'number' is not assignable to type 'string'.\n");
});

describe("generated code is held together without force", () => {
  const files = readdirSync(join(root, "generated")).filter((name) => name.endsWith(".ts"));
  test.each(files)("%s has no cast and no any", (name) => {
    const text = readFileSync(join(root, "generated", name), "utf8");
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const cast = ts.isAsExpression(node) && node.type.getText() !== "const";
      if (
        cast ||
        ts.isTypeAssertionExpression(node) ||
        ts.isNonNullExpression(node) ||
        node.kind === ts.SyntaxKind.AnyKeyword
      )
        found.push(node.getText());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
    expect(found).toEqual([]);
  });
});
