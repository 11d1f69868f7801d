import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JsonObject } from "../../generator/document/json.ts";
import { emit } from "../../generator/emit/emit.ts";
import { readFolder } from "../../generator/files/write-files.ts";
import type { Model } from "../../generator/model/model.ts";
import { strings } from "../hostile/strings.ts";

const root = join(import.meta.dirname, "../..");
const templates = readFolder(join(root, "templates"));
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Models with their documents: that of the Account client, and those that have facts which it has not. */
const samples: readonly { name: string; model: Model; document: JsonObject }[] = [
  { name: "Account", model: read("generated/model.json"), document: read("spec/api_v2.account.json") },
  ...["access-several", "bodies", "servers", "styles"].map((name) => ({
    name,
    model: read(`test/golden/${name}/model.json`),
    document: read(`test/golden/${name}/snapshot.json`),
  })),
];

/** Names have been made into identifiers by `model/names.ts`; those of parameters are as the document has them. */
const isName = (holder: object, key: string): boolean => key === "name" && !("required" in holder);

/**
 * A model with a text after every text in it. The gate would have refused most of that. What
 * stands here is that emitters need no gate: whichever fact they print, they print through `text.ts`.
 */
const spoilt = (model: Model, text: string): Model =>
  JSON.parse(JSON.stringify(model), function (this: object, key, value) {
    return typeof value === "string" && !isName(this, key) ? `${value}${text}` : value;
  });

const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/u;

const cases = samples.flatMap(({ name: of, ...sample }) => strings.map((each) => ({ of, ...sample, ...each })));

test.each(cases)("$of: no emitter prints $name around the escaping", async ({ model, document, text }) => {
  // Whatever ends a literal or a comment leaves a statement behind that the check of what is printed refuses.
  const files = await emit(document, spoilt(model, text), {
    snapshot: "spec/a.json",
    docsUrl: "https://d.test/{tag}",
    templates,
  });
  for (const [path, printed] of files) {
    if (path.startsWith("runtime/") || path === "types.ts") continue;
    expect(`${path}: ${unseen.exec(printed)?.[0] ?? ""}`).toBe(`${path}: `);
    expect(printed).not.toMatch(/^ \* @(?!throws|see|deprecated)/m);
  }
  expect(files.get("README.md")?.replace(/(`+)(?:(?!\1)[^\n])+?\1(?!`)/g, "")).not.toMatch(/<(?!!--)[a-z/]|\]\(|@org/i);
});
