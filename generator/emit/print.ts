import { IndentationText, Project, QuoteKind, type StatementStructures, type WriterFunction } from "ts-morph";

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
