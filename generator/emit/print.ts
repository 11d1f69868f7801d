import {
  CodeBlockWriter,
  IndentationText,
  Project,
  QuoteKind,
  type StatementStructures,
  StructureKind,
  type WriterFunction,
} from "ts-morph";
import { docComment } from "./text.ts";

export type Statement = WriterFunction | StatementStructures;

/** Prints statements as a file. What writes itself is not parsed again, as ts-morph would: {@link check} does it once. */
export function printFile(header: string, statements: readonly Statement[]): string {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: "\n" });
  writer.writeLine(header).blankLine();
  let structures: StatementStructures[] = [];
  const flush = () => {
    if (structures.length > 0) writer.newLineIfLastNot().write(printStructures(structures));
    structures = [];
  };
  for (const statement of statements)
    if (typeof statement === "function") {
      flush();
      writer.newLineIfLastNot();
      statement(writer);
    } else structures.push(statement);
  flush();
  return `${writer.toString().trim()}\n`;
}

let project: Project | undefined;

/** Nothing of it touches a disk, and no library is loaded: the statements are only written. */
function printStructures(statements: StatementStructures[]): string {
  project ??= new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Double },
  });
  const file = project.createSourceFile("file.ts", { statements }, { overwrite: true });
  const text = file.getFullText().trim();
  file.forget();
  return text;
}

/** A constant; the client keeps it to itself where it is not exported. */
export const constant =
  (name: string, says: string, value: string, word = "export const"): Statement =>
  (writer) =>
    writer
      .blankLineIfLastNot()
      .write(docComment([says]))
      .write(`${word} ${name} = ${value};`)
      .blankLine();

/** Imports of values, with `type` before those that are types. */
export const imports = (moduleSpecifier: string, namedImports: string[]): Statement => ({
  kind: StructureKind.ImportDeclaration,
  moduleSpecifier,
  namedImports,
});

/** Imports of types alone. */
export const importTypes = (moduleSpecifier: string, namedImports: string[]): Statement => ({
  kind: StructureKind.ImportDeclaration,
  moduleSpecifier,
  isTypeOnly: true,
  namedImports,
});
