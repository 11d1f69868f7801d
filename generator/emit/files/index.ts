import { StructureKind } from "ts-morph";
import type { Model } from "../../model.ts";
import { makingOf } from "../making.ts";
import { importTypes, printFile, type Statement } from "../print.ts";
import { docComment, literal } from "../text.ts";

/** `index.ts`: everything a caller imports, and a type for each component schema. */
export function emitIndex(model: Model, header: string): string {
  const { name, enums, schemas, servers } = model;
  const { options } = makingOf(model);
  return printFile(header, [
    ...(schemas.length > 0 ? [importTypes("./types.js", ["components"])] : []),
    (writer) => writer.blankLineIfLastNot(),
    from("./client.js", [`type ${name}Client`, `create${name}Client`, ...(servers ? ["servers"] : [])]),
    ...(enums.length > 0 ? [from("./enums.js")] : []),
    from("./operations.js"),
    from("./runtime/index.js"),
    ...(options.file === "options"
      ? []
      : [{ ...from(`./runtime/${options.file}.js`, [options.name]), isTypeOnly: true }]),
    ...(servers ? [from("./runtime/servers.js", ["serverUrl"])] : []),
    { ...from("./types.js", ["components", "paths"]), isTypeOnly: true },
    ...schemas.map(
      ({ component, name: type, description }): Statement =>
        (writer) => {
          writer
            .blankLineIfLastNot()
            .write(docComment([description]))
            .write(`export type ${type} = components["schemas"][${literal(component)}];`);
        },
    ),
  ]);
}

const from = (moduleSpecifier: string, namedExports: string[] = []) =>
  ({ kind: StructureKind.ExportDeclaration, moduleSpecifier, namedExports }) as const;
