import { Project } from "ts-morph";
import { GeneratorError } from "../errors.ts";

/** Parses what was emitted, before anyone writes it: a file that is no TypeScript is a defect that must not get out. */
export function check(files: ReadonlyMap<string, string>): void {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  for (const [path, text] of files) {
    if (!path.endsWith(".ts")) continue;
    const file = project.createSourceFile(path, text);
    const [problem] = project.getProgram().getSyntacticDiagnostics(file);
    if (problem)
      throw new GeneratorError(
        "EMIT_INVALID",
        `${path}:${problem.getLineNumber() ?? 0}`,
        `the generated file does not parse: ${String(problem.getMessageText())}`,
        "This is a defect of the generator; please report it with the document",
      );
  }
}
