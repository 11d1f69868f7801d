import { type Config, defaults, tellsPins } from "./config.ts";
import type { Files } from "./emit/emit.ts";
import type { Warning } from "./errors.ts";
import { withManifest } from "./manifest.ts";
import { buildModel } from "./model/build.ts";
import type { Rename } from "./model/committed.ts";
import type { Contract } from "./model/contract.ts";
import { readContract } from "./model/read-contract.ts";
import { readNames } from "./model/read-names.ts";
import type { Model } from "./model.ts";
import { type Counts, count } from "./spec/count.ts";
import { filter } from "./spec/filter.ts";
import { gate, whole } from "./spec/gate.ts";
import { type Json, type JsonObject, printJson } from "./spec/json.ts";
import { unsendable } from "./spec/normalise/impossible.ts";
import { normalise } from "./spec/normalise/index.ts";

/** Runs a stage and says what it did. The edge measures time here; the pipeline itself knows no clock. */
export type Stage = <Result>(
  name: string,
  work: () => Result | Promise<Result>,
  describe: (result: Result) => string,
) => Promise<Result>;

/** What a document becomes. */
export interface Outcome extends Omit<Reading, "document" | "model"> {
  readonly model: Model;
  /** The text of the snapshot, ready to be written. */
  readonly snapshot: string;
  readonly counts: Counts;
  /** The client's files, by path below the output folder. */
  readonly client: Map<string, string>;
}

/** The part of a document that the config selects, normalised. */
export interface Selection {
  readonly document: JsonObject;
  readonly warnings: readonly Warning[];
}

/** What is known of a document before anything is made of it. */
export interface Reading extends Selection {
  /** What a client is made from: read when somebody asks. */
  readonly model: () => Model;
  /** What callers rely on: read when somebody asks. */
  readonly contract: () => Contract;
}

/** The way from a parsed document to the part of it that matters. Pure. */
export async function select(source: Json, config: Config, stage: Stage = quiet): Promise<Selection> {
  const document = await stage("gate", () => gate(source), amount);
  const selection = await stage(
    "filter",
    () => {
      const selected = filter(document, config.include);
      return { ...selected, document: whole(selected.document) };
    },
    (result) => amount(result.document),
  );
  const normal = await stage(
    "normalise",
    () => normalise(selection.document),
    () => "",
  );
  return { document: normal, warnings: [...selection.warnings, ...unsendable(selection.document)] };
}

/** What a selection says. Pure. Enums may be known by other names than the config gives them now. */
export function understand(
  { document, warnings }: Selection,
  config: Config,
  rename: Rename = (found) => found,
): Reading {
  const { names: named, enumAt, ...read } = readNames(document, config);
  const names = { ...named, enums: named.enums.map(rename) };
  const told = read.warnings.filter(({ code }) => code !== "PIN_UNUSED" || tellsPins(config));
  return {
    document,
    model: () => buildModel(document, names, { ...config, ...home(config) }),
    contract: () =>
      readContract(document, names, (pointer) => {
        const found = enumAt(pointer);
        return found && rename(found);
      }),
    warnings: [...warnings, ...told],
  };
}

/** Where the document is published, where the config says so itself: the default is another document's address. */
const home = ({ source }: Config): { home?: string } =>
  source !== defaults.source && /^https?:/.test(source) ? { home: source } : {};

/** The whole way from a parsed document to the files of a client. Pure: the same document and config, the same bytes. */
export async function run(source: Json, config: Config, templates: Files, stage: Stage): Promise<Outcome> {
  return make(await select(source, config, stage), config, templates, stage);
}

/** The second half of the way: from what is selected to the files. Pure. */
export async function make(selection: Selection, config: Config, templates: Files, stage: Stage): Promise<Outcome> {
  const { document, model, ...reading } = await stage(
    "model",
    () => {
      const reading = understand(selection, config);
      return { ...reading, model: reading.model() };
    },
    ({ model }) => plural(model.enums.length, "enum"),
  );
  const options = { snapshot: config.snapshot, docsUrl: config.docsUrl, templates };
  const client = await stage(
    "emit",
    // The compilers are loaded only by those who get this far: help and refusals do not wait for them.
    async () => withManifest(await (await import("./emit/emit.ts")).emit(document, model, options)),
    (files) => plural(files.size, "file"),
  );
  return { ...reading, model, snapshot: printJson(document), counts: count(document), client };
}

const quiet: Stage = async (_, work) => work();

const amount = (document: JsonObject): string => {
  const { operations, paths, schemas } = count(document);
  return [plural(operations, "operation"), plural(paths, "path"), plural(schemas, "schema")].join(", ");
};

const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
