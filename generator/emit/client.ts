import type { Model } from "../model.ts";
import { imports, importTypes, printFile } from "./print.ts";
import { docComment, literal } from "./text.ts";

/** `client.ts`: the client's type and the function that makes one. */
export function emitClient({ name, baseUrl }: Model, header: string): string {
  const options = baseUrl === undefined ? "ClientOptions & { baseUrl: string }" : "ClientOptions";
  return printFile(header, [
    imports("./runtime/client.js", ["type Client", "createClient"]),
    importTypes("./runtime/options.js", ["ClientOptions"]),
    importTypes("./types.js", ["paths"]),
    (writer) => {
      writer.blankLineIfLastNot().write(docComment(["A connection to the API: what every call takes first."]));
      writer.write(`export type ${name}Client = Client<paths>;`).blankLine();
      writer.write(
        docComment([
          `Makes a client${baseUrl === undefined ? "" : ` for ${baseUrl}, or for the \`baseUrl\` of the options`}. Nothing is sent.`,
        ]),
      );
      writer.write(`export function create${name}Client(options: ${options}): ${name}Client `).inlineBlock(() => {
        writer.write(`return createClient(${baseUrl === undefined ? "options.baseUrl" : literal(baseUrl)}, options);`);
      });
    },
  ]);
}
