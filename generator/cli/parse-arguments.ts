import { type ParseArgsConfig, parseArgs } from "node:util";
import { GeneratorError } from "../util/errors.ts";

/** Parses a command's options. Rejects unknown and empty ones. */
export function readOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  argv: string[],
  options: Options,
) {
  const values = parsed(command, argv, options);
  const empty = Object.entries(values).find(([, value]) => value === "")?.[0];
  if (empty !== undefined) throw badUsage(command, `Option '--${empty}' is empty`);
  return values;
}

function parsed<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  argv: string[],
  options: Options,
) {
  try {
    return parseArgs({ args: argv, options }).values;
  } catch (error) {
    const what = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    throw badUsage(command, what);
  }
}

export const badUsage = (command: string, what: string): GeneratorError =>
  new GeneratorError("USAGE", "the command line", what, `\`npm run ${command} -- --help\` lists the options`);
