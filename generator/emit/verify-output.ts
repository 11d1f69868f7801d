import { ts } from "ts-morph";
import { GeneratorError } from "../util/errors.ts";
import { disallowedStatement, isGeneratedFile } from "./allowed-statements.ts";

/**
 * Verifies what was emitted, before it is written: every printed file parses and contains only the kinds of statement
 * that it may contain; every runtime file equals its template, which is compiled and tested on its own.
 *
 * @throws {GeneratorError} `EMIT_INVALID` for a defect of the generator.
 */
export function verifyOutput(files: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): void {
  const printed = [...files].filter(([path]) => path.endsWith(".ts") && !path.startsWith("runtime/"));
  const sources = new Map(
    printed.map(([path, text]) => [
      path,
      ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode }),
    ]),
  );
  const program = createProgram(sources);
  for (const [path, text] of files)
    if (path.startsWith("runtime/") && templates.get(path.slice("runtime/".length)) !== text)
      throw invalidOutput(path, 1, "differs from its template");
  for (const [path, file] of sources) verifyFile(path, file, program);
}

function verifyFile(path: string, file: ts.SourceFile, program: ts.Program): void {
  if (!isGeneratedFile(path)) throw invalidOutput(path, 1, "is not listed in `emit/allowed-statements.ts`");
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const [problem] = program.getSyntacticDiagnostics(file);
  if (problem) {
    const message = ts.flattenDiagnosticMessageText(problem.messageText, " ");
    throw invalidOutput(path, lineAt(problem.start), `does not parse: ${message}`);
  }
  const statement = disallowedStatement(path, file);
  if (statement) {
    const kind = ts.SyntaxKind[statement.kind];
    throw invalidOutput(path, lineAt(statement.getStart(file)), `contains a disallowed ${kind}`);
  }
}

/** Doc comments are not inspected, and parsing them takes as long as everything else. */
const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;

/** Creates one program for all files, since each program costs as much as parsing a file. It reads no other file. */
function createProgram(sources: ReadonlyMap<string, ts.SourceFile>): ts.Program {
  const unused = (): string => "";
  return ts.createProgram({
    rootNames: [...sources.keys()],
    options: { noLib: true, noResolve: true },
    host: {
      getSourceFile: (path) => sources.get(path),
      getCanonicalFileName: (path) => path,
      getCurrentDirectory: unused,
      getDefaultLibFileName: unused,
      getNewLine: unused,
      readFile: unused,
      writeFile: unused,
      fileExists: Boolean,
      useCaseSensitiveFileNames: Boolean,
    },
  });
}

const invalidOutput = (path: string, line: number, what: string): GeneratorError =>
  new GeneratorError(
    "EMIT_INVALID",
    `${path}:${line}`,
    `the generated file ${what}`,
    "This is a defect of the generator; please report it with the document",
  );
