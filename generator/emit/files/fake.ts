import { StructureKind } from "ts-morph";
import type { Model } from "../../model.ts";
import { makingOf } from "../making.ts";
import { imports, importTypes, printFile } from "../print.ts";
import { docComment } from "../text.ts";

/** What a client asks for, by the type of its options. */
const credentials: Readonly<Record<string, string>> = {
  ApiKeyOptions: 'apiKey: "any", ',
  ClientOptions: 'apiKey: "any", ',
  CredentialsOptions: "credentials: { … }, ",
  LoginOptions: 'username: "any", ',
  TokenOptions: 'accessToken: "any", ',
};

/** `fake.ts`: the entry that callers' tests import, apart from the rest so that it never gets into a bundle. */
export function emitFake(model: Model, header: string): string {
  const { name } = model;
  const fake = `fake${name}${name.endsWith("s") ? "" : "s"}`;
  return printFile(header, [
    imports("./operations.js", ["operations"]),
    imports("./runtime/fake.js", ["type Fake", "fake", "type Scripts"]),
    importTypes("./types.js", ["paths"]),
    (writer) => writer.blankLineIfLastNot(),
    {
      kind: StructureKind.ExportDeclaration,
      moduleSpecifier: "./runtime/fake.js",
      isTypeOnly: true,
      namedExports: ["Fake", "FakeAnswer", "FakeCall"],
    },
    (writer) => {
      writer.blankLineIfLastNot();
      writer.write(
        docComment([
          "A `fetch` for tests that answers from memory: for each operation that is called, a documented status with its body, or a function that makes one of the input.",
          `\`const fake = ${fake}({ … }); create${name}Client({ ${credentials[makingOf(model).options.name] ?? ""}fetch: fake.fetch })\``,
        ]),
      );
      writer
        .write(`export function ${fake}(answers: Scripts<paths, typeof operations>): Fake<paths, typeof operations> `)
        .inlineBlock(() => writer.write("return fake<paths, typeof operations>(operations, answers);"));
    },
  ]);
}
