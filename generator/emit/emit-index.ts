import type { Model } from "../model/model.ts";
import { chooseClientFactory } from "./client-factory.ts";
import { GeneratedFile } from "./generated-file.ts";
import { docComment } from "./jsdoc.ts";
import { printPrimitive } from "./literals.ts";

/** Prints `index.ts`: the exports of the package, and a type per component schema. */
export function emitIndex(model: Model, header: string): string {
  const { name, enums, schemas, servers } = model;
  const { options } = chooseClientFactory(model);
  const file = new GeneratedFile(header);
  file.reexport({
    from: "./client.js",
    names: [`type ${name}Client`, `create${name}Client`, ...(servers ? ["servers"] : [])],
  });
  if (enums.length > 0) file.reexport({ from: "./enums.js" });
  file.reexport({ from: "./operations.js" });
  file.reexport({ from: "./runtime/index.js" });
  if (options.file !== "options")
    file.reexport({ from: `./runtime/${options.file}.js`, names: [options.name], typeOnly: true });
  if (servers) file.reexport({ from: "./runtime/servers.js", names: ["serverUrl"] });
  file.reexport({ from: "./types.js", names: ["components", "paths"], typeOnly: true });
  for (const { component, name: type, description } of schemas)
    file.print(docComment([description]), (writer) => {
      const components = file.importType("components", "./types.js");
      writer.write(`export type ${type} = ${components}["schemas"][${printPrimitive(component)}];`);
    });
  return file.toString();
}
