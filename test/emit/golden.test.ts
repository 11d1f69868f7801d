import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Config, defaults } from "../../generator/config.ts";
import { load } from "../../generator/load.ts";
import { manifestName } from "../../generator/manifest.ts";
import { run } from "../../generator/pipeline.ts";

const folder = join(import.meta.dirname, "../golden");
const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
const small: Config = {
  ...defaults,
  name: "Test",
  include: { paths: ["/**"] },
  enumNames: {},
  snapshot: "snapshot.json",
};
/** The client that the project's own tests call. Its document is its snapshot: what upstream says changes. */
const account = { document: "snapshot.json", config: defaults };

/**
 * Small documents and what becomes of them, as files to read. The compile test compiles them; `npx vitest -u` writes
 * them anew after a change that is meant.
 */
describe.each(names)("%s", (name) => {
  test("becomes the files beside it", async () => {
    const { document, config } = name === "account" ? account : { document: "document.yaml", config: small };
    const { document: source } = await load(join(folder, name, document));
    const { snapshot, client } = await run(source, config, new Map(), async (_, work) => work());
    client.delete(manifestName);
    for (const [path, text] of [["snapshot.json", snapshot], ...client] as const)
      await expect(text).toMatchFileSnapshot(join(folder, name, path));
    const others = readdirSync(join(folder, name)).filter((path) => !client.has(path));
    expect(others).toEqual([...new Set([document, "snapshot.json"])]);
  });
});
