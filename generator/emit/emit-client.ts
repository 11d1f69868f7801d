import type { Model } from "../model/model.ts";
import { type ClientFactory, chooseClientFactory, type RuntimeExport } from "./client-factory.ts";
import { GeneratedFile } from "./generated-file.ts";
import { docComment } from "./jsdoc.ts";
import { printLiteral, printPrimitive } from "./literals.ts";

/** Prints `client.ts`: the client's type, the function that creates one, its security schemes and its servers. */
export function emitClient(model: Model, header: string): string {
  const { name, baseUrl, security, servers } = model;
  const file = new GeneratedFile(header);
  const factory = chooseClientFactory(model);
  file.print(docComment(["A connection to the API. Every call takes it as its first argument."]), (writer) => {
    const client = file.importType("Client", "./runtime/client.js");
    writer.write(`export type ${name}Client = ${client}<${file.importType("paths", "./types.js")}>;`).blankLine();
  });
  if (security && takesSecurity(factory)) {
    const type = file.importType("SecurityDefinition", "./runtime/auth.js");
    const { schemes, requirement } = security;
    const value = printLiteral({ schemes, requirement });
    file.constant("security", "The document's security schemes.", `${value} as const satisfies ${type}`, "const");
  }
  if (servers) {
    const type = file.importType("Server", "./runtime/servers.js");
    file.constant(
      "servers",
      "The document's servers. The client uses the first; pass `serverUrl` of another as `baseUrl`.",
      `${printLiteral(servers.map((server) => ({ ...server })))} as const satisfies readonly ${type}[]`,
    );
  }
  file.print(docComment([createDocs(baseUrl)]), (writer) => {
    const { options, optionsOptional } = factory;
    file.importType(options.name, runtimeModule(options));
    const type = baseUrl === undefined ? `${options.text} & { baseUrl: string }` : options.text;
    const mark = optionsOptional && baseUrl !== undefined ? "?" : "";
    writer.write(`export function create${name}Client(options${mark}: ${type}): ${name}Client `).inlineBlock(() => {
      const create = file.import(factory.factory.name, runtimeModule(factory.factory));
      writer.write(`return ${create}(${factoryArguments(file, factory, baseUrl)});`);
    });
  });
  return file.toString();
}

const createDocs = (baseUrl: string | undefined): string =>
  baseUrl === undefined
    ? "Creates a client. Sends nothing."
    : `Creates a client for ${baseUrl}, or for the \`baseUrl\` of the options. Sends nothing.`;

const takesSecurity = ({ factory }: ClientFactory): boolean => factory.name === "createSecuredClient";

function factoryArguments(file: GeneratedFile, factory: ClientFactory, baseUrl: string | undefined): string {
  const plugins = factory.plugins.map((plugin) => {
    const name = file.import(plugin.name, runtimeModule(plugin));
    return plugin.takesOptions ? `${name}(options)` : name;
  });
  const composed =
    plugins.length > 1 ? [`${file.import("composePlugins", "./runtime/client.js")}(${plugins.join(", ")})`] : plugins;
  return [
    baseUrl === undefined ? "options.baseUrl" : printPrimitive(baseUrl),
    "options",
    ...(takesSecurity(factory) ? ["security"] : []),
    ...composed,
  ].join(", ");
}

const runtimeModule = ({ file }: RuntimeExport): string => `./runtime/${file}.js`;
