import { type Host, processHost } from "./app/host.ts";
import { GeneratorError, systemErrorCode } from "./util/errors.ts";

type Command = (argv: string[], host: Host) => Promise<number>;

/** The commands. Each is loaded on use. */
const commands: Readonly<Record<string, () => Promise<{ main: Command }>>> = {
  generate: () => import("./cli/generate-command.ts"),
  drift: () => import("./cli/drift-command.ts"),
};

/** Runs a command in this process. */
export async function main(installed: Pick<Host, "home" | "state">): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processHost(installed));
}

/**
 * Runs a command and returns its exit code. Prints errors to the host's standard error.
 *
 * @throws Only if a package or a part of the bundle is missing, which the launcher handles.
 */
export async function run([name = "", ...argv]: readonly string[], host: Host): Promise<number> {
  const printError = (line: unknown): void => void host.stderr.write(`${String(line)}\n`);
  try {
    return await (await commandOf(name))(argv, host);
  } catch (error) {
    if (systemErrorCode(error) === "ERR_MODULE_NOT_FOUND") throw error;
    if (error instanceof GeneratorError) printError(error.message);
    else
      printError(
        `error[INTERNAL] at the generator: ${String(error)}. This is a defect; run again with DEBUG=1 and report it.`,
      );
    if (host.environment.DEBUG) printError(error instanceof Error ? error.stack : error);
    return 2;
  }
}

async function commandOf(name: string): Promise<Command> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return (await command()).main;
  const known = Object.keys(commands).join(" and ");
  throw new GeneratorError("USAGE", "the command line", `There is no command '${name}'`, `The commands are ${known}`);
}
