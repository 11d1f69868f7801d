import { execFileSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run figures`: every figure that the project promises, with its limit and the command that prints it. `--all` includes
 * those that take an hour; names (`bundle`, `wide`) select some.
 */
interface Figure {
  readonly what: string;
  readonly value: string;
  readonly wanted: string;
  readonly command: string;
}

const root = join(import.meta.dirname, "..");

/** Returns what a command prints, whether or not it succeeds. */
function output(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? "");
  }
}

/** The figures of a section of the bench that have a limit. Indented ones belong to the one before them. */
function measured(section: string): Figure[] {
  const values: { what: string; value: number; atMost?: number }[] = JSON.parse(
    output("npx", ["tsx", "test/bench/run.ts", section, "--full", "--json"]),
  );
  let subject = "";
  return values.flatMap(({ what, value, atMost }) => {
    if (!what.startsWith(" ")) subject = what.split(":")[0] ?? "";
    if (atMost === undefined) return [];
    const name = what.startsWith(" ") ? `${subject}: ${what.trim()}` : what;
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    return [{ what: name, value: shown, wanted: `at most ${atMost}`, command: `npm run bench -- ${section} --full` }];
  });
}

/** The number of tests of a folder that pass. Some are skipped if what they need is not available. */
function tested(what: string, folder: string, least: number): Figure[] {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    output("npx", ["vitest", "run", folder, "--reporter=json"]),
  );
  return [
    {
      what,
      value: `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`,
      wanted: `${least} or more passed, 0 failed`,
      command: `npx vitest run ${folder}`,
    },
  ];
}

/** The lines that a script prints. */
const printed = (what: string, wanted: string, script: string, line: RegExp): Figure[] =>
  [...output("npm", ["run", "-s", ...script.split(" ")]).matchAll(line)].map(([found]) => ({
    what,
    value: found.replace(/\s+/g, " ").trim(),
    wanted,
    command: `npm run ${script}`,
  }));

/** By name, in the order in which they are printed. */
const figures: Readonly<Record<string, () => Figure[]>> = {
  ...Object.fromEntries(
    ["calls", "bundle", "types", "drift", "generate", "growth"].map((section) => [section, () => measured(section)]),
  ),
  copies: () => tested("dated copies and what changed between them", "test/history.test.ts", 16),
  rules: () => tested("rows of drift, and that no rule can go", "test/drift", 120),
  client: () => tested("calls: paths, answers, retries, redirects, secrets, walks", "test/client", 100),
  commands: () => tested("commands: checks, hand edits, overlays, bad input", "test/cli", 100),
  readme: () => tested("examples of the README", "test/readme.", 8),
  hostile: () => tested("hostile texts and references", "test/hostile", 250),
  puller: () => tested("behaviours of a server, and of files", "test/load", 30),
  writer: () => tested("runs that are killed, fail or meet", "test/write", 100),
  wide: () => printed("clients of other documents", "0 problems", "test:wide", /^.*\d+ problems$/gm),
  fuzz: () => printed("random and damaged documents", "0 defects", "test:fuzz", /^\d+ .* defects$/gm),
  mutation: () => printed("mutants killed", "at least 90 %", "test:mutation", /^\w+ +[\d.]+ % of .*$/gm),
};
const long = ["fuzz", "mutation"];

const named = process.argv.slice(2).filter((each) => Object.hasOwn(figures, each));
const usual = Object.keys(figures).filter((name) => process.argv.includes("--all") || !long.includes(name));
console.log("| figure | value | limit | printed by |\n| --- | --- | --- | --- |");
for (const name of named.length > 0 ? named : usual)
  for (const { what, value, wanted, command } of figures[name]?.() ?? [])
    console.log(`| ${what} | ${value} | ${wanted} | \`${command}\` |`);
