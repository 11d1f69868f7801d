import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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
  host.resolveModuleNameLiterals = resolution(host, options, folder);
  const program = ts.createProgram({ rootNames, options, host });
  return format([...errors, ...ts.getPreEmitDiagnostics(program)], folder);
}

/** Resolves imports as the compiler does, and follows links besides: a runtime that clients share is one set of files. */
function resolution(
  host: ts.CompilerHost,
  options: ts.CompilerOptions,
  folder: string,
): NonNullable<ts.CompilerHost["resolveModuleNameLiterals"]> {
  const cache = ts.createModuleResolutionCache(folder, (name) => name, options);
  const real = new Map<string, string>();
  const realpath = (name: string): string => {
    const known = real.get(dirname(name)) ?? realpathSync(dirname(name));
    real.set(dirname(name), known);
    return join(known, basename(name));
  };
  return (literals, containingFile, redirected, _, file) =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(file, literal, options);
      const found = ts.resolveModuleName(literal.text, containingFile, options, host, cache, redirected, mode);
      const { resolvedModule } = found;
      if (!resolvedModule?.resolvedFileName.includes("/runtime/")) return found;
      return {
        ...found,
        resolvedModule: { ...resolvedModule, resolvedFileName: realpath(resolvedModule.resolvedFileName) },
      };
    });
}

const format = (diagnostics: readonly ts.Diagnostic[], folder = ""): string =>
  ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  });
