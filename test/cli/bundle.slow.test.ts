import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../generator/config/read.ts";
import { load } from "../../generator/load.ts";
import { run } from "../../generator/pipeline.ts";
import { readFolder } from "../../generator/write.ts";
import { goldens } from "../helpers/goldens.ts";
import { project } from "../helpers/project.ts";
import { newestCopy } from "../helpers/spec-history.ts";

const root = join(import.meta.dirname, "../..");
const config = { name: "Test", include: { paths: ["/**"] }, enumNames: {}, snapshot: "snapshot.json" };

/** The bundle prints types with the compiler that ts-morph brings, the sources with the one that is installed. */
test("the bundle prints every document as the sources do", { timeout: 300_000 }, async () => {
  const { folder, generate } = project();
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const documents = [...goldens.map(({ document }) => document), ...newestCopy];
  for (const [index, file] of documents.entries()) {
    const out = `out/${index}`;
    const ran = await generate("--source", file, "--config", "config.json", "--out", out);
    expect(ran).toMatchObject({ code: 0 });
    const { document } = await load(file);
    const templates = readFolder(join(root, "templates"));
    const { snapshot, client } = await run(document, readConfig(config, ""), templates, async (_, work) => work());
    const want = {
      "snapshot.json": snapshot,
      ...Object.fromEntries([...client].map(([path, text]) => [`generated/${path}`, text])),
    };
    for (const [path, text] of Object.entries(want))
      expect(`${file} ${path}\n${readFileSync(join(folder, out, path), "utf8")}`).toBe(`${file} ${path}\n${text}`);
  }
});
