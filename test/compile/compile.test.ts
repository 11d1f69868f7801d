import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

/** What a compiler says about a project: nothing, if all is well. */
async function compile(compiler: string, project: string): Promise<string> {
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const failed = (error: { stdout: string; stderr: string }) => ({ stdout: `failed: ${error.stdout}${error.stderr}` });
  const { stdout } = await run(process.execPath, [tsc, "-p", project], { cwd: root }).catch(failed);
  return stdout;
}

describe("the generated client and the goldens compile under the project's strict flags", () => {
  test.each([
    { version: "5.9", compiler: "typescript" },
    { version: "6.0", compiler: "typescript-6" },
    { version: "7.0", compiler: "typescript-7" },
  ])("with TypeScript $version", async ({ version, compiler }) => {
    const { version: installed } = JSON.parse(
      readFileSync(join(root, "node_modules", compiler, "package.json"), "utf8"),
    );
    expect(installed.startsWith(`${version}.`)).toBe(true);
    expect(await compile(compiler, "test/compile")).toBe("");
  });

  test("and so do the tests that call the goldens, which hold their types to what they should be", async () => {
    expect(await compile("typescript", "test/features")).toBe("");
  });

  test("every golden is among what is compiled", () => {
    const { rootDirs } = JSON.parse(readFileSync(join(root, "test/compile/tsconfig.json"), "utf8")).compilerOptions;
    const goldens = readdirSync(join(root, "test/golden")).map((name) => `../golden/${name}`);
    expect(rootDirs).toEqual(["./everything", ...goldens]);
  });
});

test("the project compiles, and with it what test/types expects of the client's types", async () => {
  expect(await compile("typescript", ".")).toBe("");
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
