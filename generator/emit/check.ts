import { Project, ts } from "ts-morph";
import { GeneratorError } from "../errors.ts";
import { intruder } from "./oracle.ts";

/**
 * Looks at what was emitted, before anyone writes it: every file parses, holds the kinds of statement that it is meant
 * to hold and no other, and the types leave nothing behind when they are compiled. What fails here is a defect that
 * must not get out.
 */
export function check(files: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): void {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  for (const [path, text] of files) {
    if (!path.endsWith(".ts")) continue;
    const file = project.createSourceFile(path, text);
    const [problem] = project.getProgram().getSyntacticDiagnostics(file);
    if (problem) throw invalid(path, problem.getLineNumber(), `does not parse: ${String(problem.getMessageText())}`);
    if (path.startsWith("runtime/")) {
      if (templates.get(path.slice("runtime/".length)) !== text) throw invalid(path, 1, "is not its template");
      continue;
    }
    const stranger = intruder(path, file.compilerNode);
    if (stranger) {
      const line = file.compilerNode.getLineAndCharacterOfPosition(stranger.getStart()).line + 1;
      throw invalid(path, line, `has a statement that has no business there: ${ts.SyntaxKind[stranger.kind]}`);
    }
    if (path === "types.ts" && compiled(text) !== "export {};") throw invalid(path, 1, "is more than types");
  }
}

const compiled = (text: string): string =>
  ts
    .transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, removeComments: true },
    })
    .outputText.trim();

const invalid = (path: string, line: number | undefined, what: string): GeneratorError =>
  new GeneratorError(
    "EMIT_INVALID",
    `${path}:${line ?? 0}`,
    `the generated file ${what}`,
    "This is a defect of the generator; please report it with the document",
  );
