import { type DriftOptions, drift } from "../app/drift.ts";
import type { Host } from "../app/host.ts";
import { levels } from "../diff/findings/change.ts";
import { diskIn, writeReport } from "../files/write-files.ts";
import { badUsage, readOptions } from "./parse-arguments.ts";

const formats = ["text", "markdown", "json", "github", "html"] as const satisfies readonly DriftOptions["format"][];
const failOn = [...levels, "any", "never"] as const;

const help = `Usage: npm run drift -- [options]

Says what a change of the API's document means for those who call the client.

  --base SPEC         what to compare with; the committed snapshot unless told
  --head SPEC         what to look at; the configured document unless told
                      A SPEC is an address, a file (the whole document or a
                      snapshot, JSON or YAML, .gz or not), or git:REF for the
                      snapshot that is committed there.
  --format FORMAT     ${formats.join(", ")}; text unless told
  --fail-on LEVEL     ${failOn.join(", ")}:
                      exit 1 when a change is at this level or above; breaking
                      unless told
  --output FILE       write the report there
  --history DIR       walk the dated copies in DIR, the oldest first, one entry
                      per real change; fails on nothing unless told
  --config FILE       JSON or YAML; its key drift has what to ignore, and levels
                      of your own
  --help              print this

Levels: breaking (callers may not compile, or requests may be refused), risky
(callers may meet what they do not know), additive, docs.

Exit codes: 0 fine, 1 drift at or above --fail-on, 2 the run failed.

Examples:
  npm run drift                          is upstream still what is committed?
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

/** Runs `drift` and gives its exit code. */
export async function main(argv: string[], host: Host): Promise<number> {
  const { folder, stdout, stderr } = host;
  const say = (line: string): void => void stderr.write(`${line}\n`);
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
      notice: say,
      color: terminal && stdout.hasColors?.() === true,
      ...(terminal && stdout.columns !== undefined && { width: stdout.columns }),
    },
    host,
  );
  if (output === undefined) stdout.write(text);
  else {
    writeReport(output, text, diskIn(folder));
    say(`wrote ${output}`);
  }
  return failed ? 1 : 0;
}

/** The value of an option that takes one of a few. */
function oneOf<const Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw badUsage("drift", `Option '${option}' takes ${values.join(", ")}, not '${given}'`);
  return found;
}
