import { GeneratorError } from "./errors.ts";

/** Every command, loaded when it is asked for: none waits for what it does not use. */
const commands: Readonly<Record<string, () => Promise<{ main: (argv: string[]) => Promise<number> }>>> = {
  generate: () => import("./commands/generate.cli.ts"),
  drift: () => import("./commands/drift.cli.ts"),
};

async function main([name = "", ...argv]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return (await command()).main(argv);
  const known = Object.keys(commands).join(" and ");
  throw new GeneratorError("USAGE", "the command line", `There is no command '${name}'`, `There are ${known}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A package or a part of the bundle is missing: the launcher knows what to do.
  if (Object(error).code === "ERR_MODULE_NOT_FOUND") throw error;
  process.exitCode = 2;
  const say = (line: unknown): void => void process.stderr.write(`${String(line)}\n`);
  if (!(error instanceof GeneratorError))
    say(`error[INTERNAL] at the generator: ${String(error)}. This is a defect; run again with DEBUG=1 and report it.`);
  else say(error.message);
  if (process.env.DEBUG) say(error instanceof Error ? error.stack : error);
}
