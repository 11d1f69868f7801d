import { buildPackage, isPackageOutdated } from "../app/build-package.ts";
import { type GenerateResult, generate, type ProgressListener } from "../app/generate.ts";
import type { Host } from "../app/host.ts";
import { isUrl } from "../download/load.ts";
import { formatWarning } from "../util/errors.ts";
import { badUsage, readOptions } from "./parse-arguments.ts";

const help = `Usage: npm run generate -- [options]

Generates the client in generated/ from the API's OpenAPI document, and saves
the selected part of the document in spec/. Commit both folders.

  --source URL|FILE   read this document instead of the configured one; JSON or
                      YAML, optionally .gz. Fails if it cannot be read.
  --offline           use the committed snapshot in spec/ without network access
  --check             write no files; list stale files and exit with 1
  --accept-shrink     accept a document that lost over half of its operations
  --out DIR           write spec/ and generated/ below DIR
  --config FILE       JSON or YAML with any of the keys source, include, name,
                      baseUrl, docsUrl, enumNames, enumMembers, overlays, drift,
                      snapshot, output; see README.md
  --help              print this help

Paths are relative to the project's folder. If the configured document cannot
be reached, the committed snapshot is used and the reason is printed.

Exit codes: 0 done, 1 stale (with --check), 2 failed. Progress, warnings and
errors go to standard error, the result to standard output.

Examples:
  npm run generate                                    after a change of the API
  npm run check                                       in CI: --check --offline
  npm run generate -- --source api_v2.json --out tmp  try out a document
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

/** Prints each stage with its time when it ends, and the notices and warnings of a run. */
const listenerOf = ({ clock, stderr }: Host): ProgressListener => {
  const say = (line: string): void => void stderr.write(`${line}\n`);
  return {
    stage: async (name, work, describe) => {
      const start = clock.now();
      const result = await work();
      const time = `${Math.round(clock.now() - start)} ms`;
      say(`${name.padEnd(10)}${time.padStart(8)}  ${describe(result)}`.trimEnd());
      return result;
    },
    notice: say,
    warning: (warning) => say(formatWarning(warning)),
  };
};

/** Runs `generate` and returns its exit code. */
export async function main(argv: string[], host: Host): Promise<number> {
  const { help: wantsHelp, "accept-shrink": acceptShrink, ...values } = readOptions("generate", argv, options);
  if (wantsHelp) {
    host.stdout.write(help);
    return 0;
  }
  if (values.offline && isUrl(values.source ?? ""))
    throw badUsage("generate", "Option '--offline' excludes a URL as '--source'");
  const listener = listenerOf(host);
  const result = await generate({ ...values, acceptShrink }, listener, host);
  if (!values.check && isPackageOutdated(host))
    await listener.stage(
      "build",
      () => buildPackage(host),
      (done) => done,
    );
  if (result.verdict !== undefined) listener.notice(`drift     ${result.verdict}`);
  host.stdout.write(formatResult(result, values.check ? argv.filter((word) => word !== "--check") : undefined));
  return values.check && result.files.length > 0 ? 1 : 0;
}

/**
 * Formats the result of a run.
 *
 * @param checkOptions The other options of a check, or `undefined` for a run that wrote files.
 */
function formatResult(
  { files, upstreamUnreachable, fixedByGenerate }: GenerateResult,
  checkOptions: readonly string[] | undefined,
): string {
  if (checkOptions === undefined) return files.length === 0 ? "no change\n" : `wrote ${files.join(", ")}\n`;
  if (files.length === 0) return upstreamUnreachable ? "up to date with the committed snapshot\n" : "up to date\n";
  const list = files.map((file) => `stale: ${file}\n`).join("");
  const command = [
    "npm run generate",
    ...(checkOptions.length > 0 ? ["--"] : []),
    ...checkOptions.map(quoteForShell),
  ].join(" ");
  return fixedByGenerate ? `${list}Run \`${command}\`, and commit the result.\n` : list;
}

/** Quotes a word for a shell. */
const quoteForShell = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
