import type { Model } from "../model/model.ts";
import { chooseClientFactory } from "./client-factory.ts";
import { GeneratedFile } from "./generated-file.ts";
import { docComment } from "./jsdoc.ts";

/** The credentials in the example, by the type of the client's options. */
const exampleCredentials: Readonly<Record<string, string>> = {
  ApiKeyOptions: 'apiKey: "any", ',
  BasicCredentialsOptions: 'username: "any", ',
  ClientOptions: 'apiKey: "any", ',
  CredentialsOptions: "credentials: { … }, ",
  TokenOptions: 'accessToken: "any", ',
};

/** Prints `fake.ts`: an entry of its own for the tests of callers, so that no bundle contains it. */
export function emitFake(model: Model, header: string): string {
  const { name } = model;
  const fakeName = `fake${name}${name.endsWith("s") ? "" : "s"}`;
  const credentials = exampleCredentials[chooseClientFactory(model).options.name] ?? "";
  const file = new GeneratedFile(header);
  const runtime = "./runtime/fake.js";
  file.reexport({ from: runtime, names: ["Fake", "FakeAnswer", "FakeCall"], typeOnly: true });
  const docs = docComment([
    "Creates a `fetch` for tests that responds from memory. For each operation, pass a documented status with its body, or a function that returns one for the input.",
    `\`const fake = ${fakeName}({ … }); create${name}Client({ ${credentials}fetch: fake.fetch })\``,
  ]);
  file.print(docs, (writer) => {
    const operations = file.import("operations", "./operations.js");
    const types = `<${file.importType("paths", "./types.js")}, typeof ${operations}>`;
    const [handlers, fake] = [file.importType("Handlers", runtime), file.importType("Fake", runtime)];
    writer
      .write(`export function ${fakeName}(handlers: ${handlers}${types}): ${fake}${types} `)
      .inlineBlock(() => writer.write(`return ${file.import("fake", runtime)}${types}(${operations}, handlers);`));
  });
  return file.toString();
}
