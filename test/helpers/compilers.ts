import { join } from "node:path";
import { toolFile } from "./tools.ts";

/** The lines of TypeScript that clients are held to. */
export const compilers = ["5.4", "5.9", "6.0", "7.0"] as const;
export type Compiler = (typeof compilers)[number];

const installed = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
const fetched = { "5.4": "typescript-5.4", "6.0": "typescript-6", "7.0": "typescript-7" };

/** Returns the program of a line of TypeScript, or undefined where it cannot be fetched. */
export const compilerOf = (line: Compiler): string | undefined =>
  line === "5.9" ? installed : toolFile("typescript", `${fetched[line]}/bin/tsc`);
