import { ts } from "ts-morph";
import { GeneratorError } from "../errors.ts";
import { intruder, isPrinted } from "./oracle.ts";

/**
 * Looks at what was emitted, before anyone writes it: every file parses, and holds the kinds of statement that it is
 * meant to hold and no other. The runtime is what it was copied from, which is compiled and tested where it stands.
 * What fails here is a defect that must not get out.
 */
export function check(files: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): void {
  const printed = [...files].filter(([path]) => path.endsWith(".ts") && !path.startsWith("runtime/"));
  const sources = new Map(
    printed.map(([path, text]) => [
      path,
      ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode }),
    ]),
  );
  const program = programOf(sources);
  for (const [path, text] of files)
    if (path.startsWith("runtime/") && templates.get(path.slice("runtime/".length)) !== text)
      throw invalid(path, 1, "is not its template");
  for (const [path, file] of sources) checkCode(path, file, program);
}

function checkCode(path: string, file: ts.SourceFile, program: ts.Program): void {
  if (!isPrinted(path)) throw invalid(path, 1, "is none of those that `emit/oracle.ts` knows");
  const line = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const [problem] = program.getSyntacticDiagnostics(file);
  if (problem) {
    const what = ts.flattenDiagnosticMessageText(problem.messageText, " ");
    throw invalid(path, line(problem.start), `does not parse: ${what}`);
  }
  const stranger = intruder(path, file);
  if (stranger) {
    const kind = ts.SyntaxKind[stranger.kind];
    throw invalid(path, line(stranger.getStart(file)), `has a statement that has no business there: ${kind}`);
  }
}

/** Comments are of no interest, and take as long to parse as the rest. */
const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;

/** One program of the printed files: each program costs as much as parsing a file. Whatever else it needs, there is none. */
function programOf(sources: ReadonlyMap<string, ts.SourceFile>): ts.Program {
  return ts.createProgram({
    rootNames: [...sources.keys()],
    options: { noLib: true, noResolve: true },
    host: {
      getSourceFile: (path) => sources.get(path),
      getCanonicalFileName: (path) => path,
      getCurrentDirectory: nothing,
      getDefaultLibFileName: nothing,
      getNewLine: nothing,
      readFile: nothing,
      writeFile: nothing,
      fileExists: Boolean,
      useCaseSensitiveFileNames: Boolean,
    },
  });
}

const nothing = (): string => "";

const invalid = (path: string, line: number, what: string): GeneratorError =>
  new GeneratorError(
    "EMIT_INVALID",
    `${path}:${line}`,
    `the generated file ${what}`,
    "This is a defect of the generator; please report it with the document",
  );
