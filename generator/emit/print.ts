import {
  IndentationText,
  Project,
  QuoteKind,
  type StatementStructures,
  StructureKind,
  type WriterFunction,
} from "ts-morph";

export type Statement = string | WriterFunction | StatementStructures;

/** Prints statements as a file. Nothing of it touches a disk, and no library is loaded: the files are only written. */
export function printFile(header: string, statements: readonly Statement[]): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Double },
  });
  const file = project.createSourceFile("file.ts", { statements: [...statements] });
  return `${header}\n\n${file.getFullText().trim()}\n`;
}

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
