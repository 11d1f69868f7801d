import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { launched, project } from "../helpers/project.ts";

test.each([
  {
    given: "ignore: []",
    with: 'ignore: [{ id: "a", reason: "b", until: "someday" }]',
    want: "#/drift/ignore/0/until: `until` must be a date",
  },
  { given: "ignore: []", with: "ingore: []", want: '#/drift: `drift` accepts ignore, levels, not "ingore"' },
])("the config of the project itself is held to the same: $with", async ({ given, with: edited, want }) => {
  const { folder, generate, drift } = launched(project({ owns: true }));
  const file = join(folder, "generator/config/config.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace(given, edited));
  const stderr = expect.stringContaining(`error[CONFIG_INVALID] at generator/config/config.ts${want}`);
  writeFileSync(join(folder, "c.json"), '{ "name": "Mail" }');
  for (const run of [() => generate("--offline"), () => drift("--config", "c.json")])
    expect(await run()).toMatchObject({ code: 2, stderr });
});
