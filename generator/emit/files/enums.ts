import type { CodeBlockWriter } from "ts-morph";
import { headline } from "../../model/members.ts";
import { type Enum, isLabelled, type Member, type Model, type Site } from "../../model.ts";
import { constant, imports, printFile, type Statement } from "../print.ts";
import { broken, docComment, key, literal } from "../text.ts";

/** `enums.ts`: for each enum its values, its type, its test, and where the document has labels, labels and labeller. */
export function emitEnums({ enums }: Model, header: string): string | undefined {
  if (enums.length === 0) return undefined;
  const values = ["guard", ...(enums.some(isLabelled) ? ["labeller"] : []), "type ValueOf"];
  return printFile(header, [imports("./runtime/enums.js", values), ...enums.flatMap(statements)]);
}

function statements(each: Enum): Statement[] {
  const { name } = each;
  const labelled = isLabelled(each);
  return [
    (writer) => {
      writer
        .blankLineIfLastNot()
        .write(docComment([each.description, `Found at ${phrase(each.sites.map(siteText))}.`]));
      writer
        .write(`export const ${name} = `)
        .inlineBlock(() => members(writer, each))
        .write(" as const;");
    },
    (writer) => writer.write(`export type ${name} = ValueOf<typeof ${name}>;`),
    ...(labelled ? [labels(each)] : []),
    made(`is${name}`, `Whether a value is one of \`${name}\`.`, "guard", name),
    ...(labelled
      ? [
          made(
            `label${name}`,
            `The label of a value of \`${name}\`; \`Unknown (…)\` for what the document does not list.`,
            "labeller",
            name,
            `${name}Labels`,
          ),
        ]
      : []),
  ];
}

/** What a function of the runtime makes of the enum. Bundlers may leave it out. */
function made(name: string, says: string, calls: string, ...given: string[]): Statement {
  const line = `${calls}(${given.join(", ")})`;
  const fits = `export const ${name} = /* @__PURE__ */ ${line};`.length <= 120;
  return constant(name, says, `/* @__PURE__ */ ${fits ? line : broken(calls, given)}`);
}

function members(writer: CodeBlockWriter, { members }: Enum): void {
  for (const member of members)
    writer
      .write(docComment([cutLabel(member)]))
      .write(`${key(member.name)}: ${literal(member.value)},`)
      .newLine();
}

/** A label that says more than the name it was cut to. */
function cutLabel({ label, value }: Member): string | undefined {
  return label !== undefined && typeof value !== "string" && headline(label) !== label ? label : undefined;
}

/** `true` and `false` are no computed keys; numbers and strings are written as the members they belong to. */
const labels =
  ({ name, members }: Enum): Statement =>
  (writer) => {
    // Two values that make one key, such as 1 and "1", have one label: the first.
    const keys = members.map(({ value }) => String(value));
    const lines = members.filter(
      ({ label, value }, index) => label !== undefined && keys.indexOf(String(value)) === index,
    );
    const complete = lines.length === new Set(keys).size;
    const record = `Record<${typeText(name, members)}, string>`;
    writer
      .blankLineIfLastNot()
      .write(docComment([`What the document calls each value of \`${name}\`.`]))
      .write(`export const ${name}Labels = `)
      .inlineBlock(() => {
        for (const { name: member, value, label } of lines) {
          const place = typeof value === "boolean" ? String(value) : `[${name}.${member}]`;
          writer.write(`${place}: ${literal(label ?? "")},`).newLine();
        }
      });
    writer.write(` as const satisfies ${complete ? record : `Partial<${record}>`};`);
  };

const typeText = (name: string, members: readonly Member[]): string =>
  members.some(({ value }) => typeof value === "boolean") ? `\`\${${name}}\`` : name;

function siteText({ in: where, of, path }: Site): string {
  if (where === "schema") return `\`${[of, path].filter(Boolean).join(".")}\``;
  if (where === "body" || where === "response") {
    const message = `the ${where === "body" ? "request body" : "answer"} of \`${of}\``;
    return path === "" ? message : `\`${path}\` in ${message}`;
  }
  if (where === "response header") return `the \`${path}\` header of the answer of \`${of}\``;
  return `the \`${path}\` ${where} parameter of \`${of}\``;
}

const phrase = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
