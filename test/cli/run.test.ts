import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../generator/main.ts";
import { fakeClock } from "../helpers/clock.ts";
import { project, snapshot, upstream } from "../helpers/project.ts";
import { hostIn, recorder } from "../helpers/run.ts";

test.each([
  {
    argv: ["genrate"],
    want: "error[USAGE] at the command line: There is no command 'genrate'. The commands are generate",
  },
  { argv: [], want: "error[USAGE] at the command line: There is no command ''. The commands are generate and drift." },
  { argv: ["toString"], want: "There is no command 'toString'" },
])("the command line $argv is refused", async ({ argv, want }) => {
  const stderr = recorder();
  const host = { ...hostIn({ folder: ".", home: ".", state: undefined }), stderr };
  expect(await run(argv, host)).toBe(2);
  expect(stderr.text()).toContain(want);
});

test.each([
  { DEBUG: "", lines: 1 },
  { DEBUG: "1", lines: 2 },
])("with DEBUG=$DEBUG an error has its stack, or not", async ({ DEBUG, lines }) => {
  const stderr = recorder();
  const host = { ...hostIn({ folder: ".", home: ".", state: undefined }), environment: { DEBUG }, stderr };
  expect(await run(["nothing"], host)).toBe(2);
  expect(Math.min(stderr.text().trim().split("\n").length, 2)).toBe(lines);
});

test("a defect is called one, and says how to report it", async () => {
  const stderr = recorder();
  const host = { ...hostIn({ folder: ".", home: ".", state: undefined }), stderr };
  const broken = { write: () => expect.unreachable(), isTTY: true };
  expect(await run(["drift", "--help"], { ...host, stdout: broken })).toBe(2);
  expect(stderr.text()).toMatch(/^error\[INTERNAL\] at the generator: .*run again with DEBUG=1 and report it\.\n$/);
});

test("stages take the time that the host's clock says, and retries wait by it", async () => {
  const { folder } = project();
  writeFileSync(join(folder, "config.json"), '{ "source": "http://127.0.0.1:1/api.json" }');
  const clock = fakeClock();
  const stderr = recorder();
  const home = join(import.meta.dirname, "../..");
  const host = { ...hostIn({ folder, home, state: undefined }), clock, stderr };
  expect(await run(["generate", "--config", "config.json"], host)).toBe(0);
  expect(clock.waits).toEqual([500, 2000]);
  expect(stderr.text()).toMatch(/^load +2500 ms {2}/m);
  expect(stderr.text()).toMatch(/^emit +0 ms {2}/m);
});

test("two commands at once, in folders of their own, do not meet", async () => {
  const [one, other] = [project(), project()];
  writeFileSync(join(one.folder, "new.json"), upstream);
  rmSync(join(other.folder, "generated/types.ts"));
  const before = other.files();
  const ran = await Promise.all([
    one.generate("--source", "new.json"),
    other.drift("--head", snapshot),
    other.generate("--check", "--offline"),
  ]);
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 1]);
  expect(one.files()[snapshot]).toBe(upstream);
  expect(other.files()).toEqual(before);
});
