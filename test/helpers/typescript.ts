import { join } from "node:path";
import ts from "typescript";

/**
 * The files of installed packages, read once for all programs: they are most of what a program reads, and no test
 * changes them.
 */
const installed = new Map<string, ts.SourceFile | undefined>();

/** What the TypeScript that is installed says about a project: nothing, if all is well. It runs in this process. */
export function typeCheck(folder: string): string {
  const unreadable = (diagnostic: ts.Diagnostic): never => {
    throw new Error(format([diagnostic]));
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(folder, "tsconfig.json"),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: unreadable },
  );
  if (!parsed) throw new Error(`${folder} has no tsconfig.json`);
  const { fileNames: rootNames, options, errors } = parsed;
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target, ...rest) => {
    if (!name.includes("/node_modules/")) return getSourceFile(name, target, ...rest);
    const key = JSON.stringify([name, target, options.strict]);
    if (!installed.has(key)) installed.set(key, getSourceFile(name, target, ...rest));
    return installed.get(key);
  };
  const program = ts.createProgram({ rootNames, options, host });
  return format([...errors, ...ts.getPreEmitDiagnostics(program)], folder);
}

const format = (diagnostics: readonly ts.Diagnostic[], folder = ""): string =>
  ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  });
