import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A part of the generator that has to be right whatever it is given, and the tests that hold it to that. */
export interface Area {
  /** The files that are changed, one place at a time. */
  readonly mutate: readonly string[];
  /**
   * The tests that have to notice, the quickest first. Without those that take minutes: what only they would notice is
   * worth a row here.
   */
  readonly tests: readonly string[];
}

const generator = join(import.meta.dirname, "../../generator");
const inside = (folder: string, ...names: string[]): string[] => names.map((name) => `test/${folder}/${name}.test.ts`);
const below = (folder: string, ...names: string[]): string[] => names.map((name) => `generator/${folder}${name}.ts`);

const all = (folder: string): string[] =>
  readdirSync(join(generator, folder)).map((name) => `generator/${folder}/${name}`);

export const areas: Readonly<Record<string, Area>> = {
  gate: {
    mutate: below(
      "document/",
      ...["validate", "validate-fields", "limits", "references", "prune-components", "object-model", "json-pointer"],
    ),
    tests: inside("spec", "references", "filter", "gate", "normalise"),
  },
  escaping: {
    mutate: [
      ...below("util/", "invisible-characters", "markdown"),
      ...below("emit/", "jsdoc", "literals", "table-cells"),
      ...below("diff/reports/", "escape"),
    ],
    tests: [...inside("emit", "literals"), ...inside("drift", "report-escape")],
  },
  oracle: {
    mutate: below("emit/", "allowed-statements", "verify-output"),
    tests: inside("emit", "verify-output"),
  },
  puller: {
    mutate: all("download"),
    tests: inside("load", "rules", "file", "cache", "proxy", "parse", "pull"),
  },
  writer: {
    mutate: all("files"),
    tests: [
      "test/kept.test.ts",
      ...inside("write", "rules", "says", "disk", "last", "paths", "turn", "faults", "kill"),
    ],
  },
};
