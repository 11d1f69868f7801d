import {
  CodeBlockWriter,
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
  IndentationText,
  Project,
  QuoteKind,
  StructureKind,
} from "ts-morph";
import type { OperationOverrides } from "../model/model.ts";
import { docComment } from "./jsdoc.ts";
import { printLiteral } from "./literals.ts";

/** A function of the client: typed parameters outside, one call of the runtime inside. */
interface DelegatingFunction {
  readonly docs: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly returns: string;
  /** The function that it calls, and the arguments. */
  readonly calls: string;
  readonly args: readonly string[];
  readonly overrides?: OperationOverrides | undefined;
}

interface Reexport {
  readonly from: string;
  /** Everything, if no names are given. */
  readonly names?: readonly string[];
  readonly typeOnly?: boolean;
}

/** The maximum width of a line inside a function. */
const maxLineWidth = 118;

/**
 * A file of the client that is being printed. Emitters import names where they use them; the import declarations follow
 * from that.
 */
export class GeneratedFile {
  readonly #header: string;
  /** Names by module; the value is whether only the type is used. */
  readonly #imports = new Map<string, Map<string, { typeOnly: boolean }>>();
  readonly #reexports: Reexport[] = [];
  readonly #body = new CodeBlockWriter({ indentNumberOfSpaces: 2, newLine: "\n" });

  constructor(header: string) {
    this.#header = header;
  }

  /** Imports a value, and returns its name. */
  import(name: string, module: string): string {
    this.#addImport(name, module, false);
    return name;
  }

  /** Imports a type, and returns its name. */
  importType(name: string, module: string, alias = name): string {
    this.#addImport(alias === name ? name : `${name} as ${alias}`, module, true);
    return alias;
  }

  #addImport(name: string, module: string, typeOnly: boolean): void {
    const names = this.#imports.get(module) ?? new Map<string, { typeOnly: boolean }>();
    this.#imports.set(module, names.set(name, { typeOnly: typeOnly && (names.get(name)?.typeOnly ?? true) }));
  }

  /** Exports names of another module. */
  reexport(reexport: Reexport): void {
    this.#reexports.push(reexport);
  }

  /** Prints a statement. Statements with a doc comment are set apart by blank lines. */
  print(docs: string, write: (writer: CodeBlockWriter) => void): void {
    const body = this.#body;
    body.newLineIfLastNot();
    if (docs !== "") body.blankLineIfLastNot().write(docs);
    write(body);
    body.newLineIfLastNot();
  }

  /** Prints a constant with its doc comment. */
  constant(name: string, docs: string, value: string, keyword = "export const"): void {
    this.print(docComment([docs]), (writer) => writer.write(`${keyword} ${name} = ${value};`).blankLine());
  }

  delegatingFunction({ docs, name, parameters, returns, calls, args, overrides }: DelegatingFunction): void {
    this.print(docs, (writer) => {
      writer.write(`export function ${name}(`).newLine();
      writer.indent(() => {
        for (const parameter of parameters) writer.writeLine(`${parameter},`);
      });
      writer.write(`): ${returns} `).inlineBlock(() => {
        const start = `return ${calls}(${args.join(", ")}`;
        const last = overrides ? `, ${printLiteral(overrides, start, maxLineWidth - 5)}` : "";
        const [first = "", ...rest] = `${start}${last});`.split("\n");
        if (first.length <= maxLineWidth) writer.write([first, ...rest].join("\n"));
        else
          writer.write(`return ${multilineCall(calls, [...args, ...(overrides ? [printLiteral(overrides)] : [])])};`);
      });
    });
  }

  toString(): string {
    const declarations = [importDeclarations(this.#imports), this.#reexports.map(exportDeclaration)]
      .filter((structures) => structures.length > 0)
      .map(printDeclarations);
    return `${[this.#header, ...declarations, this.#body.toString().trim()].filter((part) => part !== "").join("\n\n")}\n`;
  }
}

/** Prints a call with one line per argument. */
export const multilineCall = (name: string, args: readonly string[]): string =>
  `${name}(\n${args.map((each) => `${each},`.replace(/^/gm, "  ")).join("\n")}\n)`;

/** One declaration per module, by path; of types alone where no value is used. */
function importDeclarations(
  imports: ReadonlyMap<string, ReadonlyMap<string, { typeOnly: boolean }>>,
): ImportDeclarationStructure[] {
  return [...imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([moduleSpecifier, names]) => {
      const isTypeOnly = [...names.values()].every(({ typeOnly }) => typeOnly);
      const sorted = [...names].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
      return {
        kind: StructureKind.ImportDeclaration,
        moduleSpecifier,
        isTypeOnly,
        namedImports: sorted.map(([name, { typeOnly }]) => (typeOnly && !isTypeOnly ? `type ${name}` : name)),
      };
    });
}

const exportDeclaration = ({ from, names = [], typeOnly = false }: Reexport): ExportDeclarationStructure => ({
  kind: StructureKind.ExportDeclaration,
  moduleSpecifier: from,
  namedExports: [...names],
  isTypeOnly: typeOnly,
});

let project: Project | undefined;

/**
 * Prints declarations through ts-morph. The project has no disk and loads no library. Other statements are not printed
 * this way: ts-morph would parse each again, and `verifyOutput` parses every file once.
 */
function printDeclarations(statements: (ImportDeclarationStructure | ExportDeclarationStructure)[]): string {
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
