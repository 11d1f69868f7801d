import { type Config, defaults, reportsUnusedOverrides } from "../config/config.ts";
import type { Contract } from "../contract/contract.ts";
import { readContract } from "../contract/read-contract.ts";
import { type Json, type JsonObject, printJson } from "../document/json.ts";
import { unsendableWarnings } from "../document/normalize/drop-forbidden-bodies.ts";
import { normalize } from "../document/normalize/normalize.ts";
import type { OpenApiDocument } from "../document/openapi-types.ts";
import { type Counts, countDocument, selectOperations } from "../document/select-operations.ts";
import { validateDocument, validateSelection } from "../document/validate.ts";
import type { Files } from "../emit/emit.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import type { RenameEnum } from "../model/read-committed-names.ts";
import { readNames } from "../model/read-names.ts";
import type { Warning } from "../util/errors.ts";
import { withManifest } from "./project-files.ts";

/** Runs a stage and reports what it did. Callers measure time here; the pipeline itself has no clock. */
export type Stage = <Result>(
  name: string,
  work: () => Result | Promise<Result>,
  describe: (result: Result) => string,
) => Promise<Result>;

/** The result of the pipeline. */
export interface GeneratedClient extends Omit<Analysis, "document" | "model"> {
  readonly model: Model;
  /** The text of the snapshot, ready to be written. */
  readonly snapshot: string;
  readonly counts: Counts;
  /** The client's files, by path below the output folder. */
  readonly client: Map<string, string>;
}

/** The part of a document that the config selects, normalized. */
export interface Selection {
  readonly document: OpenApiDocument;
  readonly warnings: readonly Warning[];
}

/** Facts of a selection, computed on use. */
export interface Analysis extends Selection {
  /** Returns the model, from which a client is emitted. */
  readonly model: () => Model;
  /** Returns the contract, by which documents are compared. */
  readonly contract: () => Contract;
}

/** Validates, selects and normalizes a parsed document. Pure. */
export async function selectDocument(source: Json, config: Config, stage: Stage = untimedStage): Promise<Selection> {
  const document = await stage("validate", () => validateDocument(source), describeCounts);
  const selection = await stage(
    "select",
    () => {
      const selected = selectOperations(document, config.include);
      return { ...selected, document: validateSelection(selected.document) };
    },
    (result) => describeCounts(result.document),
  );
  const normal = await stage(
    "normalize",
    () => normalize(selection.document),
    () => "",
  );
  return { document: normal, warnings: [...selection.warnings, ...unsendableWarnings(selection.document)] };
}

/** Analyzes a selection. Pure. `rename` restores the names of enums in a committed client. */
export function analyze(
  { document, warnings }: Selection,
  config: Config,
  rename: RenameEnum = (found) => found,
): Analysis {
  const { names: named, enumAt, ...read } = readNames(document, config);
  const names = { ...named, enums: named.enums.map(rename) };
  const reported = read.warnings.filter(({ code }) => code !== "OVERRIDE_UNUSED" || reportsUnusedOverrides(config));
  return {
    document,
    model: () => buildModel(document, names, { ...config, ...publishedAt(config) }),
    contract: () =>
      readContract(document, names, (pointer) => {
        const found = enumAt(pointer);
        return found && rename(found);
      }),
    warnings: [...warnings, ...reported],
  };
}

/** The URL of the document, unless it is the default of the config, which belongs to another document. */
const publishedAt = ({ source }: Config): { documentUrl?: string } =>
  source !== defaults.source && /^https?:/.test(source) ? { documentUrl: source } : {};

/** Generates a client from a parsed document. Pure: the same document and config give the same bytes. */
export async function generateClient(
  source: Json,
  config: Config,
  templates: Files,
  stage: Stage,
): Promise<GeneratedClient> {
  return emitClient(await selectDocument(source, config, stage), config, templates, stage);
}

/** Emits a client from a selection. Pure. */
export async function emitClient(
  selection: Selection,
  config: Config,
  templates: Files,
  stage: Stage,
): Promise<GeneratedClient> {
  const { document, model, ...reading } = await stage(
    "model",
    () => {
      const reading = analyze(selection, config);
      return { ...reading, model: reading.model() };
    },
    ({ model }) => pluralize(model.enums.length, "enum"),
  );
  const options = { snapshot: config.snapshot, docsUrl: config.docsUrl, templates };
  const client = await stage(
    "emit",
    // The compilers are loaded here, so that help and rejections do not wait for them.
    async () => withManifest(await (await import("../emit/emit.ts")).emit(document, model, options)),
    (files) => pluralize(files.size, "file"),
  );
  return { ...reading, model, snapshot: printJson(document), counts: countDocument(document), client };
}

const untimedStage: Stage = async (_, work) => work();

const describeCounts = (document: JsonObject): string => {
  const { operations, paths, schemas } = countDocument(document);
  return [pluralize(operations, "operation"), pluralize(paths, "path"), pluralize(schemas, "schema")].join(", ");
};

const pluralize = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
