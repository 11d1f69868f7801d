import type { Model } from "../../model.ts";
import { facts } from "../facts.ts";
import { type Making, makingOf } from "../making.ts";
import { constant, imports, importTypes, printFile, type Statement } from "../print.ts";
import { docComment, literal } from "../text.ts";

/** `client.ts`: the client's type, the function that makes one, and what there is to choose from. */
export function emitClient(model: Model, header: string): string {
  const { name, baseUrl, access, servers } = model;
  const making = makingOf(model);
  const secured = making.maker.name === "createSecuredClient" ? access : undefined;
  return printFile(header, [
    ...importsOf(making, { Access: secured, Server: servers }),
    importTypes("./types.js", ["paths"]),
    (writer) => {
      writer.blankLineIfLastNot().write(docComment(["A connection to the API: what every call takes first."]));
      writer.write(`export type ${name}Client = Client<paths>;`).blankLine();
    },
    ...(secured
      ? [
          constant(
            "access",
            "What the document says of security.",
            `${facts({ schemes: secured.schemes, security: secured.security })} as const satisfies Access`,
            "const",
          ),
        ]
      : []),
    ...(servers
      ? [
          constant(
            "servers",
            "The servers of the document, the first one unless told: `serverUrl` makes a `baseUrl` of one.",
            `${facts(servers.map((server) => ({ ...server })))} as const satisfies readonly Server[]`,
          ),
        ]
      : []),
    (writer) => {
      writer
        .blankLineIfLastNot()
        .write(
          docComment([
            `Makes a client${baseUrl === undefined ? "" : ` for ${baseUrl}, or for the \`baseUrl\` of the options`}. Nothing is sent.`,
          ]),
        );
      const { maker, options, optional } = making;
      const type = baseUrl === undefined ? `${options.text} & { baseUrl: string }` : options.text;
      const mark = optional && baseUrl !== undefined ? "?" : "";
      writer.write(`export function create${name}Client(options${mark}: ${type}): ${name}Client `).inlineBlock(() => {
        writer.write(`return ${maker.name}(${argumentsOf(making, baseUrl)});`);
      });
    },
  ]);
}

function argumentsOf({ maker, parts }: Making, baseUrl: string | undefined): string {
  const all = parts.map(({ name, made }) => (made ? `${name}(options)` : name));
  return [
    baseUrl === undefined ? "options.baseUrl" : literal(baseUrl),
    "options",
    ...(maker.name === "createSecuredClient" ? ["access"] : []),
    ...(all.length > 1 ? [`parts(${all.join(", ")})`] : all),
  ].join(", ");
}

/** What is taken from each file of the runtime, by file. */
function importsOf(
  { maker, options, parts }: Making,
  types: Readonly<Record<"Access" | "Server", unknown>>,
): Statement[] {
  const all = [
    { file: "client", name: "type Client" },
    maker,
    ...parts,
    ...(parts.length > 1 ? [{ file: "parts", name: "parts" }] : []),
    { file: options.file, name: `type ${options.name}` },
    ...(types.Access ? [{ file: "security", name: "type Access" }] : []),
    ...(types.Server ? [{ file: "servers", name: "type Server" }] : []),
  ];
  return [...new Set(all.map(({ file }) => file))].sort().map((file) => {
    const names = all.filter((each) => each.file === file).map(({ name }) => name);
    const module = `./runtime/${file}.js`;
    const bare = (name: string): string => name.replace("type ", "");
    names.sort((a, b) => (bare(a).toLowerCase() < bare(b).toLowerCase() ? -1 : 1));
    return names.every((name) => name.startsWith("type "))
      ? importTypes(module, names.map(bare))
      : imports(module, names);
  });
}
