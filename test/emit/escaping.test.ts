import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emit } from "../../generator/emit/emit.ts";
import type { Model } from "../../generator/model.ts";
import { readFolder } from "../../generator/write.ts";
import { strings } from "../hostile/strings.ts";

const root = join(import.meta.dirname, "../..");
const templates = readFolder(join(root, "templates"));
const model: Model = JSON.parse(readFileSync(join(root, "generated/model.json"), "utf8"));
const document = JSON.parse(readFileSync(join(root, "spec/api_v2.account.json"), "utf8"));

/** Names have been made into identifiers by `model/names.ts`; those of parameters are as the document has them. */
const isName = (holder: object, key: string): boolean => key === "name" && !("required" in holder);

/**
 * The model of the Account client with a text after every text in it. The gate would have refused most of that. What
 * stands here is that emitters need no gate: whichever fact they print, they print through `text.ts`.
 */
const spoilt = (text: string): Model =>
  JSON.parse(JSON.stringify(model), function (this: object, key, value) {
    return typeof value === "string" && !isName(this, key) ? `${value}${text}` : value;
  });

const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/u;

test.each(strings)("no emitter prints $name around the escaping", async ({ text }) => {
  // Whatever ends a literal or a comment leaves a statement behind that the check of what is printed refuses.
  const files = await emit(document, spoilt(text), {
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
