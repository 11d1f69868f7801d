import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A part of the generator that has to be right whatever it is given, and the tests that hold it to that. */
export interface Area {
  /** The files that are changed, one place at a time. */
  readonly mutate: readonly string[];
  /** The tests that have to notice. Without those that take minutes: what only they would notice is worth a row here. */
  readonly tests: readonly string[];
}

const generator = join(import.meta.dirname, "../../generator");
const below = (folder: string, ...names: string[]): string[] => names.map((name) => `generator/${folder}${name}.ts`);

const all = (folder: string): string[] =>
  readdirSync(join(generator, folder)).map((name) => `generator/${folder}/${name}`);

export const areas: Readonly<Record<string, Area>> = {
  gate: {
    mutate: below("spec/", "gate", "fields", "caps", "references", "grammar"),
    tests: ["test/spec/*.test.ts"],
  },
  escaping: {
    mutate: [...below("", "visible", "markdown"), ...below("emit/", "text"), ...below("drift/reports/", "escape")],
    tests: ["test/emit/text.test.ts", "test/drift/report-escape.test.ts"],
  },
  oracle: {
    mutate: below("emit/", "oracle", "check"),
    tests: ["test/emit/check.test.ts"],
  },
  puller: {
    mutate: ["generator/load.ts", ...all("load")],
    tests: ["test/load/*.test.ts"],
  },
  writer: {
    mutate: ["generator/write.ts", ...all("write")],
    tests: ["test/write/{paths,turn,faults,kill}.test.ts"],
  },
};
