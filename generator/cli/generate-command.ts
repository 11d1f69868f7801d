import { buildPackage, isPackageOutdated } from "../app/build-package.ts";
import { type GenerateResult, generate, type ProgressListener } from "../app/generate.ts";
import type { Host } from "../app/host.ts";
import { isUrl } from "../download/load.ts";
import { formatWarning } from "../util/errors.ts";
import { badUsage, readOptions } from "./parse-arguments.ts";

const help = `Usage: npm run generate -- [options]

Turns the API's OpenAPI document into the client in generated/, and keeps the
part of the document that the client is made from in spec/. Commit both folders.

  --source URL|FILE   read this document, not the configured one; JSON or YAML,
                      .gz or not. If it cannot be had, the run fails.
  --offline           use the committed snapshot in spec/; touch no network
  --check             write nothing; exit 1 and list what is stale
  --accept-shrink     accept a document that lost over half of its operations
  --out DIR           put spec/ and generated/ below DIR
  --config FILE       JSON or YAML with any of the keys source, include, name,
                      baseUrl, docsUrl, enumNames, enumMembers, overlays, drift,
                      snapshot, output; README.md says what they mean
  --help              print this

Paths are relative to the project's folder. Without --source, when the
configured document cannot be reached, the committed snapshot takes its place,
and the reason is printed.

Exit codes: 0 done, 1 stale (with --check), 2 the run failed. Progress, warnings
and errors go to standard error; the result goes to standard output.

Examples:
  npm run generate                                    after a change of the API
  npm run check                                       in CI: --check --offline
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

/** Prints each stage with its time as it ends, and what else a run has to say. */
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

/** Runs `generate` and gives its exit code. */
export async function main(argv: string[], host: Host): Promise<number> {
  const { help: wantsHelp, "accept-shrink": acceptShrink, ...values } = readOptions("generate", argv, options);
  if (wantsHelp) {
    host.stdout.write(help);
    return 0;
  }
  if (values.offline && isUrl(values.source ?? ""))
    throw badUsage("generate", "Option '--offline' excludes an address as '--source'");
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
 * What a run came to, in words.
 *
 * @param again of a check, the options it was given besides.
 */
function formatResult(
  { files, upstreamUnreachable, fixedByGenerate }: GenerateResult,
  again: readonly string[] | undefined,
): string {
  if (again === undefined) return files.length === 0 ? "no change\n" : `wrote ${files.join(", ")}\n`;
  if (files.length === 0) return upstreamUnreachable ? "up to date with the committed snapshot\n" : "up to date\n";
  const list = files.map((file) => `stale: ${file}\n`).join("");
  const command = ["npm run generate", ...(again.length > 0 ? ["--"] : []), ...again.map(quoteForShell)].join(" ");
  return fixedByGenerate ? `${list}Run \`${command}\`, and commit the result.\n` : list;
}

/** A word as a shell takes it for one. */
const quoteForShell = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
