import type { CodeBlockWriter } from "ts-morph";
import type { Model, Operation, Pagination } from "../model/model.ts";
import { GeneratedFile } from "./generated-file.ts";
import { docComment } from "./jsdoc.ts";
import { printArray, printLiteral, printPrimitive, propertyKey } from "./literals.ts";

/** Prints `operations.ts`: a function per operation, iterators per paged list, and the operations as data. */
export function emitOperations({ name, operations }: Model, docsUrl: string | undefined, header: string): string {
  const file = new GeneratedFile(header);
  const emitter = new OperationEmitter(file, file.importType(`${name}Client`, "./client.js"), docsUrl);
  for (const operation of operations) {
    emitter.callFunction(operation);
    if (operation.pagination) emitter.iterators(operation, operation.pagination);
  }
  emitDescriptors(file, operations);
  return file.toString();
}

/** Prints the functions of operations into a file. */
class OperationEmitter {
  readonly #file: GeneratedFile;
  /** The name of the client's type. */
  readonly #client: string;
  readonly #docsUrl: string | undefined;

  constructor(file: GeneratedFile, client: string, docsUrl: string | undefined) {
    this.#file = file;
    this.#client = client;
    this.#docsUrl = docsUrl;
  }

  callFunction(operation: Operation): void {
    const { name, method, path, responses, overrides } = operation;
    this.#file.delegatingFunction({
      docs: operationDocs(operation, this.#docsUrl),
      name,
      parameters: this.#parameters(operation),
      returns: `Promise<${this.#result(operation)}>`,
      calls: this.#file.import("call", "./runtime/call.js"),
      args: [
        "client",
        ...[name, method, path].map(printPrimitive),
        printArray(responses.map(({ status }) => status)),
        "input",
        "options",
      ],
      overrides,
    });
  }

  /** Prints the iterators over a list's items and over its pages. */
  iterators(operation: Operation, { in: bodyLocation, limit }: Pagination): void {
    const { name } = operation;
    const file = this.#file;
    const runtime = "./runtime/paginate.js";
    const location = bodyLocation ?? "query";
    const suffix = location === "body" ? "ByBodyCursor" : "";
    const result = this.#result(operation);
    const pageSize = limit === undefined ? "" : ` \`${location}.limit\` defaults to ${limit}.`;
    const iterator = (part: "Items" | "Pages", docs: string, element: string): void =>
      file.delegatingFunction({
        docs: docComment([docs], [{ name: "throws", text: "{ApiError} For a page that is not a success." }]),
        name: name + part,
        parameters: this.#parameters(operation),
        returns: `AsyncGenerator<${element}, void, undefined>`,
        calls: file.import(`${part.toLowerCase()}${suffix}`, runtime),
        args: [name, "client", "input", "options", ...(limit === undefined ? [] : [`{ limit: ${limit} }`])],
      });
    iterator(
      "Items",
      `Iterates over the items of \`${name}\`, page by page until one has no cursor.${pageSize}`,
      `${file.importType("Item", runtime)}<${result}>`,
    );
    iterator(
      "Pages",
      `Iterates over the pages of \`${name}\`. See \`${name}Items\`.`,
      `${file.importType("Data", "./runtime/result.js")}<${result}>`,
    );
  }

  #parameters(operation: Operation): string[] {
    const input = `${this.#file.importType("Input", "./runtime/input.js")}<${this.#type(operation)}>`;
    return [
      `client: ${this.#client}`,
      `input${requiresInput(operation) ? "" : "?"}: ${input}`,
      `options?: ${this.#file.importType("CallOptions", "./runtime/options.js")}`,
    ];
  }

  #result(operation: Operation): string {
    return `${this.#file.importType("Result", "./runtime/result.js")}<${this.#type(operation)}>`;
  }

  #type({ name }: Operation): string {
    return `${this.#file.importType("operations", "./types.js", "Operations")}[${printPrimitive(name)}]`;
  }
}

/** Whether any group of the input is required. The compiler agrees: `call` requires what the document requires. */
const requiresInput = ({ parameters, requestBody }: Operation): boolean =>
  requestBody?.required === true || parameters.some(({ required }) => required);

function operationDocs(operation: Operation, docsUrl: string | undefined): string {
  const { name, summary, description, method, path, scopes, deprecated, pagination } = operation;
  return docComment(
    [
      !startsWith(description, summary) && summary,
      description,
      `\`${method} ${path}\``,
      pagination && `Returns one page. \`${name}Items\` and \`${name}Pages\` iterate over all of them.`,
      scopes.length > 0 && `Needs ${scopes.map(scopeText).join(", and ")}.`,
    ],
    [
      ...(deprecated ? [{ name: "deprecated" } as const] : []),
      ...(docsUrl === undefined ? [] : [{ name: "see", text: docsLink(operation, docsUrl) } as const]),
    ],
  );
}

/** Whether a description starts with the summary, which need not be repeated then. */
const startsWith = (description = "", summary = ""): boolean =>
  description.toLowerCase().startsWith(summary.toLowerCase());

const scopeText = (group: readonly string[]): string => {
  const names = group.map((scope) => `\`${scope}\``).join(", ");
  return group.length === 1 ? `the scope ${names}` : `one of the scopes ${names}`;
};

function docsLink({ name, summary = "", tags }: Operation, template: string): string {
  const values: Record<string, string> = { tag: tags[0] ?? "", operationId: name, summary };
  return template.replace(/\{(tag|operationId|summary)\}/g, (_, field: string) =>
    encodeURIComponent((values[field] ?? "").replace(/\p{Cs}/gu, "\uFFFD")),
  );
}

/** Prints the operations as data, for `bind` and for tools. */
function emitDescriptors(file: GeneratedFile, operations: readonly Operation[]): void {
  const docs = "The operations as data: for `bind`, for tables of methods, and for checks of an API key's scopes.";
  file.print(docComment([docs]), (writer) => {
    const key = `keyof ${file.importType("operations", "./types.js", "Operations")}`;
    const descriptor = file.importType("Descriptor", "./runtime/bind.js");
    writer.write("export const operations = ").inlineBlock(() => {
      for (const operation of operations) printDescriptor(writer, operation);
    });
    writer.write(` as const satisfies Record<${key}, ${descriptor}>;`);
  });
}

function printDescriptor(writer: CodeBlockWriter, operation: Operation): void {
  const { name, summary, method, path, responses, scopes, overrides } = operation;
  writer
    .write(docComment([summary]))
    .write(`${propertyKey(name)}: `)
    .inlineBlock(() => {
      writer.writeLine(`method: ${printPrimitive(method)},`).writeLine(`path: ${printPrimitive(path)},`);
      writer.writeLine(`statuses: ${printArray(responses.map(({ status }) => status))},`);
      writer.writeLine(`scopes: [${scopes.map(printArray).join(", ")}],`);
      if (overrides) writer.writeLine(`overrides: ${printLiteral(overrides)},`);
    });
  writer.write(",").newLine();
}
