import type { CodeBlockWriter } from "ts-morph";
import { type Enum, type EnumSite, isLabeled, type Member, type Model } from "../model/model.ts";
import { labelHeadline } from "../model/name-members.ts";
import { GeneratedFile, multilineCall } from "./generated-file.ts";
import { docComment } from "./jsdoc.ts";
import { printPrimitive, propertyKey } from "./literals.ts";

/** Prints `enums.ts`: the values, type, and guard of each enum, and its labels if the document has them. */
export function emitEnums({ enums }: Model, header: string): string | undefined {
  if (enums.length === 0) return undefined;
  const file = new GeneratedFile(header);
  for (const each of enums) emitEnum(file, each);
  return file.toString();
}

const runtime = "./runtime/enums.js";

function emitEnum(file: GeneratedFile, each: Enum): void {
  const { name } = each;
  const sites = joinPhrases(each.sites.map(siteText));
  file.print(docComment([each.description, `Found at ${sites}.`]), (writer) =>
    writer
      .write(`export const ${name} = `)
      .inlineBlock(() => printMembers(writer, each))
      .write(" as const;"),
  );
  file.print("", (writer) =>
    writer.write(`export type ${name} = ${file.importType("ValueOf", runtime)}<typeof ${name}>;`),
  );
  const labeled = isLabeled(each);
  if (labeled) emitLabels(file, each);
  emitHelper(file, `is${name}`, `Whether a value is one of \`${name}\`.`, file.import("guard", runtime), [name]);
  if (labeled)
    emitHelper(
      file,
      `label${name}`,
      `Returns the label of a value of \`${name}\`, or \`Unknown (…)\` for a value that the document does not list.`,
      file.import("labeller", runtime),
      [name, `${name}Labels`],
    );
}

/** Prints a constant that a function of the runtime creates. Bundlers remove it if it is not used. */
function emitHelper(file: GeneratedFile, name: string, docs: string, calls: string, args: readonly string[]): void {
  const line = `${calls}(${args.join(", ")})`;
  const fits = `export const ${name} = /* @__PURE__ */ ${line};`.length <= 120;
  file.constant(name, docs, `/* @__PURE__ */ ${fits ? line : multilineCall(calls, args)}`);
}

function printMembers(writer: CodeBlockWriter, { members }: Enum): void {
  for (const member of members)
    writer
      .write(docComment([shortenedLabel(member)]))
      .write(`${propertyKey(member.name)}: ${printPrimitive(member.value)},`)
      .newLine();
}

/** The label of a member whose name has only the label's headline. */
function shortenedLabel({ label, value }: Member): string | undefined {
  return label !== undefined && typeof value !== "string" && labelHeadline(label) !== label ? label : undefined;
}

/** Prints the label map. Its keys are members; `true` and `false` are written out, since no computed key may be one. */
function emitLabels(file: GeneratedFile, { name, members }: Enum): void {
  // Two values with the same key, such as 1 and "1", share the label of the first.
  const keys = members.map(({ value }) => String(value));
  const labeled = members.filter(
    ({ label, value }, index) => label !== undefined && keys.indexOf(String(value)) === index,
  );
  const isComplete = labeled.length === new Set(keys).size;
  const record = `Record<${keyType(name, members)}, string>`;
  file.print(docComment([`The document's label of each value of \`${name}\`.`]), (writer) => {
    writer.write(`export const ${name}Labels = `).inlineBlock(() => {
      for (const { name: member, value, label } of labeled) {
        const key = typeof value === "boolean" ? String(value) : `[${name}.${member}]`;
        writer.write(`${key}: ${printPrimitive(label ?? "")},`).newLine();
      }
    });
    writer.write(` as const satisfies ${isComplete ? record : `Partial<${record}>`};`);
  });
}

const keyType = (name: string, members: readonly Member[]): string =>
  members.some(({ value }) => typeof value === "boolean") ? `\`\${${name}}\`` : name;

function siteText({ in: where, of, path }: EnumSite): string {
  if (where === "schema") return `\`${[of, path].filter(Boolean).join(".")}\``;
  if (where === "body" || where === "response") {
    const message = `the ${where === "body" ? "request body" : "response"} of \`${of}\``;
    return path === "" ? message : `\`${path}\` in ${message}`;
  }
  if (where === "response header") return `the response header \`${path}\` of \`${of}\``;
  return `the ${where} parameter \`${path}\` of \`${of}\``;
}

const joinPhrases = (phrases: readonly string[]): string =>
  phrases.length < 2 ? phrases.join() : `${phrases.slice(0, -1).join(", ")} and ${phrases.at(-1)}`;
