import type { Special } from "../model.ts";
import { facts } from "./facts.ts";
import type { Statement } from "./print.ts";
import { broken } from "./text.ts";

/** A function of the client, as it is printed. */
interface Exported {
  readonly docs: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly returns: string;
  /** The function of the runtime that it calls, and with what. */
  readonly calls: string;
  readonly given: readonly string[];
  readonly special?: Special | undefined;
}

/** How wide a line inside a function may be. */
const width = 118;

/** The one shape that a function of the client has: typed on its outside, one call on its inside. */
export const exported =
  ({ docs, name, parameters, returns, calls, given, special }: Exported): Statement =>
  (writer) => {
    writer.blankLineIfLastNot().write(docs).write(`export function ${name}(`).newLine();
    writer.indent(() => {
      for (const parameter of parameters) writer.writeLine(`${parameter},`);
    });
    writer.write(`): ${returns} `).inlineBlock(() => {
      const start = `return ${calls}(${given.join(", ")}`;
      const [first = "", ...rest] = `${start}${special ? `, ${facts(special, start, width - 5)}` : ""});`.split("\n");
      if (first.length <= width) return void writer.write([first, ...rest].join("\n"));
      writer.write(`return ${broken(calls, [...given, ...(special ? [facts(special)] : [])])};`);
    });
  };
