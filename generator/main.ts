import { parseArgs } from "node:util";
import { GeneratorError, warningLine } from "./errors.ts";
import { generate, type Listener } from "./generate.ts";
import { isUrl } from "./load.ts";

const help = `Usage: npm run generate -- [options]

Turns the API's OpenAPI document into the client in generated/, and keeps the part of the
document that the client is made from in spec/. Commit both folders.

  --source URL|FILE   read this document, not the configured one; JSON or YAML, .gz or not.
                      If it cannot be had, the run fails.
  --offline           use the committed snapshot in spec/; no network is touched
  --check             write nothing; exit 1 and list what is stale
  --accept-shrink     accept a document that lost more than half of its operations
  --out DIR           put spec/ and generated/ below DIR
  --config FILE       JSON or YAML with any of the keys source, include, name, baseUrl, docsUrl,
                      enumNames, enumMembers, snapshot, output; README.md says what they mean
  --help              print this

Paths are relative to the project's folder. Without --source, when the configured document
cannot be reached, the committed snapshot takes its place, and the reason is printed.

Exit codes: 0 done, 1 stale (with --check), 2 the run failed. Progress, warnings and errors
go to standard error; the result goes to standard output.

Examples:
  npm run generate                                    after a change of the API
  npm run check                                       in CI: generate --check --offline
  npm run generate -- --source api_v2.json --out tmp  try a document out
`;

const options = {
  source: { type: "string" },
  offline: { type: "boolean" },
  check: { type: "boolean" },
  "accept-shrink": { type: "boolean" },
  out: { type: "string" },
  config: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Reads the command line. Everything that is not known is refused. */
function read(argv: string[]) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [command, ...rest] = positionals;
    if (command !== "generate" || rest.length > 0) throw new Error(`Unknown command '${[command, ...rest].join(" ")}'`);
    if (values.offline && isUrl(values.source ?? ""))
      throw new Error("Option '--offline' excludes an address as '--source'");
    return values;
  } catch (error) {
    const what = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    throw new GeneratorError("USAGE", "the command line", what, "`npm run generate -- --help` lists what there is");
  }
}

/** Prints each stage with its time as it ends. */
const listener: Listener = {
  stage: async (name, work, describe) => {
    const start = performance.now();
    const result = await work();
    say(
      `${name.padEnd(10)}${`${Math.round(performance.now() - start)} ms`.padStart(8)}  ${describe(result)}`.trimEnd(),
    );
    return result;
  },
  notice: (text) => say(text),
  warning: (warning) => say(warningLine(warning)),
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(argv: string[]): Promise<number> {
  const { help: wantsHelp, "accept-shrink": acceptShrink = false, ...values } = read(argv);
  if (wantsHelp) {
    print(help);
    return 0;
  }
  const { files, unseen } = await generate({ ...values, acceptShrink }, listener);
  print(result(files, values.check ?? false, unseen));
  return values.check && files.length > 0 ? 1 : 0;
}

function result(files: readonly string[], checked: boolean, unseen: boolean): string {
  if (!checked) return files.length === 0 ? "no change\n" : `wrote ${files.join(", ")}\n`;
  if (files.length === 0) return unseen ? "up to date with the committed snapshot\n" : "up to date\n";
  return `${files.map((file) => `stale: ${file}`).join("\n")}\nRun the same without --check, and commit the result.\n`;
}

const print = (text: string): void => void process.stdout.write(text);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  if (!(error instanceof GeneratorError))
    say(`error[INTERNAL] at the generator: ${String(error)}. This is a defect; run again with DEBUG=1 and report it.`);
  else say(error.message);
  if (process.env.DEBUG) say(String(error instanceof Error ? error.stack : error));
}
