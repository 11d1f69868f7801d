import { spawnSync } from "node:child_process";
import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { toolFile } from "../helpers/tools.ts";
import { type Area, areas } from "./areas.ts";

/**
 * `npm run test:mutation -- [area …]`: changes the code of an area in one place at a time, and counts how many of the
 * changes its tests notice. Prints those that they do not, and at the end a line for each area. Options are Stryker's, as in
 * `--concurrency=1`.
 */

const root = join(import.meta.dirname, "../..");

function run(command: string, args: readonly string[], area = ""): void {
  const settings = { cwd: root, stdio: "inherit", env: { ...process.env, AREA: area } } as const;
  if (spawnSync(command, args, settings).status !== 0) process.exitCode = 1;
}

/** What came of the mutants of an area, by Stryker's names. */
function outcomes(stryker: string, name: string, { mutate }: Area): Map<string, number> {
  const config = "test/mutation/stryker.config.json";
  const file = join(root, `tmp/mutation-${name}.json`);
  run(process.execPath, [stryker, "run", config, "--mutate", mutate.join(), ...options], name);
  renameSync(join(root, "tmp/mutation.json"), file);
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const counts = new Map<string, number>();
  for (const { mutants } of Object.values(report.files))
    for (const { status } of mutants) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** Mutants at which Stryker itself gives up are not counted. */
function line(name: string, counts: ReadonlyMap<string, number>): string {
  const [killed = 0, timeout = 0, survived = 0, uncovered = 0] = ["Killed", "Timeout", "Survived", "NoCoverage"].map(
    (status) => counts.get(status) ?? 0,
  );
  const all = killed + timeout + survived + uncovered;
  const score = ((100 * (killed + timeout)) / all).toFixed(1);
  const parts = [`${killed} killed`, `${timeout} timed out`, `${survived} survived`, `${uncovered} not covered`];
  return `${name.padEnd(10)}${score.padStart(5)} % of ${all}: ${parts.join(", ")}`;
}

const given = process.argv.slice(2);
const options = given.filter((each) => each.startsWith("--"));
const named = given.filter((each) => !each.startsWith("--"));
const asked = named.length > 0 ? named : Object.keys(areas);
const unknown = asked.find((name) => !Object.hasOwn(areas, name));
if (unknown !== undefined) throw new Error(`there is no area ${unknown}, only ${Object.keys(areas).join(", ")}`);

const stryker = toolFile("mutation", "@stryker-mutator/core/bin/stryker.js");
if (stryker === undefined) process.exit(1);
const lines: string[] = [];
for (const name of asked) {
  const area = areas[name];
  if (area) lines.push(line(name, outcomes(stryker, name, area)));
}
console.log(`\n${lines.join("\n")}`);
