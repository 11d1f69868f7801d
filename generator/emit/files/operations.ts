import type { CodeBlockWriter } from "ts-morph";
import type { Model, Operation } from "../../model.ts";
import { facts } from "../facts.ts";
import { exported } from "../function.ts";
import { imports, importTypes, printFile, type Statement } from "../print.ts";
import { docComment, key, list, literal } from "../text.ts";

/** `operations.ts`: a function per operation, an iterator per paged list, and what is known of each as data. */
export function emitOperations({ name, operations }: Model, docsUrl: string | undefined, header: string): string {
  const client = `${name}Client`;
  const places = new Set(operations.flatMap(({ pagination }) => (pagination ? [pagination.in ?? "query"] : [])));
  const paged = places.size > 0;
  return printFile(header, [
    importTypes("./client.js", [client]),
    importTypes("./runtime/bind.js", ["Descriptor"]),
    imports("./runtime/call.js", ["call"]),
    importTypes("./runtime/input.js", ["Input"]),
    importTypes("./runtime/options.js", ["CallOptions"]),
    ...(places.has("query") ? [imports("./runtime/pages.js", ["type Item", "items", "pages"])] : []),
    ...(places.has("body") && !places.has("query") ? [importTypes("./runtime/pages.js", ["Item"])] : []),
    ...(places.has("body") ? [imports("./runtime/posted.js", ["postedItems", "postedPages"])] : []),
    importTypes("./runtime/result.js", [...(paged ? ["Data"] : []), "Result"]),
    importTypes("./types.js", ["operations as Operations"]),
    ...operations.flatMap((operation) => [
      callFunction(operation, client, docsUrl),
      ...(operation.pagination ? walks(operation, client) : []),
    ]),
    descriptors(operations),
  ]);
}

function callFunction(operation: Operation, client: string, docsUrl: string | undefined): Statement {
  const { name, method, path, responses, special } = operation;
  return exported({
    docs: documentation(operation, docsUrl),
    name,
    parameters: parameters(operation, client),
    returns: `Promise<Result<${typeOf(operation)}>>`,
    calls: "call",
    given: [
      "client",
      ...[name, method, path].map(literal),
      list(responses.map(({ status }) => status)),
      "input",
      "options",
    ],
    special,
  });
}

/** The two walks through a list's pages: row by row, and page by page. */
function walks(operation: Operation, client: string): Statement[] {
  const { name, pagination } = operation;
  const result = `Result<${typeOf(operation)}>`;
  const limit = pagination?.limit;
  const pageSize =
    limit === undefined
      ? ""
      : ` Pages have ${limit} items unless \`${pagination?.in ?? "query"}.limit\` says otherwise.`;
  const walk = (part: "Items" | "Pages", says: string, gives: string): Statement =>
    exported({
      docs: docComment([says], [{ name: "throws", text: "{ApiError} for a page that is not a success." }]),
      name: name + part,
      parameters: parameters(operation, client),
      returns: `AsyncGenerator<${gives}, void, undefined>`,
      calls: pagination?.in ? `posted${part}` : part.toLowerCase(),
      given: [name, "client", "input", "options", ...(limit === undefined ? [] : [`{ limit: ${literal(limit)} }`])],
    });
  return [
    walk(
      "Items",
      `The items of \`${name}\`, one by one, up to the first page that gives no cursor.${pageSize}`,
      `Item<${result}>`,
    ),
    walk("Pages", `The pages of \`${name}\`, as \`${name}Items\` walks them.`, `Data<${result}>`),
  ];
}

const parameters = (operation: Operation, client: string): string[] => [
  `client: ${client}`,
  `input${needsInput(operation) ? "" : "?"}: Input<${typeOf(operation)}>`,
  "options?: CallOptions",
];

/** Whether any group of the input is required. The compiler agrees: `call` takes no less than the document asks for. */
const needsInput = ({ parameters, body }: Operation): boolean =>
  body?.required === true || parameters.some(({ required }) => required);

const typeOf = ({ name }: Operation): string => `Operations[${literal(name)}]`;

function documentation(operation: Operation, docsUrl: string | undefined): string {
  const { name, summary, description, method, path, scopes, deprecated, pagination } = operation;
  return docComment(
    [
      !repeats(description, summary) && summary,
      description,
      `\`${method} ${path}\``,
      pagination && `Gives one page; \`${name}Items\` and \`${name}Pages\` walk them all.`,
      scopes.length > 0 && `Needs ${scopes.map(scopeText).join(", and ")}.`,
    ],
    [
      ...(deprecated ? [{ name: "deprecated" } as const] : []),
      ...(docsUrl === undefined ? [] : [{ name: "see", text: docsLink(operation, docsUrl) } as const]),
    ],
  );
}

/** Whether a description starts by saying what the summary says. */
const repeats = (description = "", summary = ""): boolean =>
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

/** The operations as data, for `bind` and for tools. */
function descriptors(operations: readonly Operation[]): Statement {
  return (writer) => {
    writer
      .blankLineIfLastNot()
      .write(
        docComment([
          "What is known of each operation: for `bind`, for tables of methods, for checks of an API key's scopes.",
        ]),
      );
    writer.write("export const operations = ").inlineBlock(() => {
      for (const operation of operations) descriptor(writer, operation);
    });
    writer.write(" as const satisfies Record<keyof Operations, Descriptor>;");
  };
}

function descriptor(writer: CodeBlockWriter, operation: Operation): void {
  const { name, summary, method, path, responses, scopes, special } = operation;
  writer
    .write(docComment([summary]))
    .write(`${key(name)}: `)
    .inlineBlock(() => {
      writer.writeLine(`method: ${literal(method)},`).writeLine(`path: ${literal(path)},`);
      writer.writeLine(`statuses: ${list(responses.map(({ status }) => status))},`);
      writer.writeLine(`scopes: [${scopes.map(list).join(", ")}],`);
      if (special) writer.writeLine(`special: ${facts(special)},`);
    });
  writer.write(",").newLine();
}
