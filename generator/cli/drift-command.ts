import { type DriftOptions, drift } from "../app/drift.ts";
import type { Host } from "../app/host.ts";
import { levels } from "../diff/findings/change.ts";
import { diskIn, writeReport } from "../files/write-files.ts";
import { badUsage, readOptions } from "./parse-arguments.ts";

const formats = ["text", "markdown", "json", "github", "html"] as const satisfies readonly DriftOptions["format"][];
const failOn = [...levels, "any", "never"] as const;

const help = `Usage: npm run drift -- [options]

Reports what a change of the API's document means for callers of the client.

  --base SPEC         the old document; defaults to the committed snapshot
  --head SPEC         the new document; defaults to the configured source
                      A SPEC is a URL, a file (a whole document or a snapshot,
                      JSON or YAML, optionally .gz), or git:REF for the snapshot
                      of a commit.
  --format FORMAT     ${formats.join(", ")}; defaults to text
  --fail-on LEVEL     ${failOn.join(", ")};
                      exit with 1 if a change has this level or a higher one;
                      defaults to breaking
  --output FILE       write the report to a file
  --history DIR       compare the dated copies in DIR, oldest first, with one
                      entry per real change; --fail-on defaults to never
  --config FILE       JSON or YAML; its key drift has changes to ignore and
                      custom levels
  --help              print this help

Levels: breaking (callers may not compile, or requests may be rejected), risky
(callers may receive values that they do not handle), additive, docs.

Exit codes: 0 fine, 1 drift at or above --fail-on, 2 failed.

Examples:
  npm run drift                          has upstream changed?
  npm run drift -- --base git:main --head spec/api_v2.account.json
                                         what does this branch change?
`;

const options = {
  base: { type: "string" },
  head: { type: "string" },
  format: { type: "string" },
  "fail-on": { type: "string" },
  output: { type: "string" },
  history: { type: "string" },
  config: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Runs `drift` and returns its exit code. */
export async function main(argv: string[], host: Host): Promise<number> {
  const { folder, stdout, stderr } = host;
  const printNotice = (line: string): void => void stderr.write(`${line}\n`);
  const { help: wantsHelp, output, "fail-on": level, format, ...values } = readOptions("drift", argv, options);
  if (wantsHelp) {
    stdout.write(help);
    return 0;
  }
  if (values.history !== undefined && (values.base ?? values.head) !== undefined)
    throw badUsage("drift", "Option '--history' excludes '--base' and '--head'");
  const terminal = output === undefined && stdout.isTTY === true;
  const { text, failed } = await drift(
    {
      ...values,
      format: oneOf("--format", formats, format ?? "text"),
      failOn: oneOf("--fail-on", failOn, level ?? (values.history === undefined ? "breaking" : "never")),
    },
    {
      notice: printNotice,
      color: terminal && stdout.hasColors?.() === true,
      ...(terminal && stdout.columns !== undefined && { width: stdout.columns }),
    },
    host,
  );
  if (output === undefined) stdout.write(text);
  else {
    writeReport(output, text, diskIn(folder));
    printNotice(`wrote ${output}`);
  }
  return failed ? 1 : 0;
}

/** Returns the value of an option that accepts a fixed set of values. */
function oneOf<const Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw badUsage("drift", `Option '${option}' takes ${values.join(", ")}, not '${given}'`);
  return found;
}
