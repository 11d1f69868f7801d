import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { generateClient } from "../../generator/app/pipeline.ts";
import { manifestName } from "../../generator/app/project-files.ts";
import { type Config, defaults } from "../../generator/config/config.ts";
import { loadDocument } from "../../generator/download/load.ts";
import { goldens } from "../helpers/goldens.ts";

const small: Config = {
  ...defaults,
  name: "Test",
  include: { paths: ["/**"] },
  enumNames: {},
  snapshot: "snapshot.json",
};
/**
 * Small documents and what becomes of them, as files to read. The compile test compiles them; `npx vitest -u` writes
 * them anew after a change that is meant.
 */
test.each(goldens)("$name becomes the files beside it", async ({ name, folder, document }) => {
  const { document: source } = await loadDocument(document);
  // The client that the project's own tests call: whatever upstream says by now, they do.
  const config = name === "account" ? defaults : small;
  const { snapshot, client } = await generateClient(source, config, new Map(), async (_, work) => work());
  client.delete(manifestName);
  for (const [path, text] of [["snapshot.json", snapshot], ...client] as const)
    await expect(text).toMatchFileSnapshot(join(folder, path));
  const others = readdirSync(folder).filter((path) => !client.has(path));
  expect(others).toEqual([...new Set([basename(document), "snapshot.json"])]);
});
