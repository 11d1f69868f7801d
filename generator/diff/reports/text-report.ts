import { styleText } from "node:util";
import type { Drift, Level, Located } from "../findings/change.ts";
import { escapeText } from "./escape.ts";
import type { Report, ReportOptions } from "./report.ts";
import { kindLabel, noDrift, overlaysLabel, summarize } from "./summarize.ts";

/** For terminals: a verdict, then one block per change. */
export const text: Report = {
  drift: (drift, options) => print(whole(drift, options)),
  history: (entries, options) =>
    print(
      entries.length === 0
        ? [noDrift]
        : entries.flatMap((entry) => [painter(options)("bold", names(entry)), ...whole(entry, options), ""]),
    ),
};

const print = (lines: readonly string[]): string => `${lines.join("\n").trimEnd()}\n`;

const names = ({ base, head }: Drift): string => escapeText(`${base} -> ${head}`);

type Style = Parameters<typeof styleText>[0];

/** The caller has looked at the terminal and the environment; `styleText` would look again. */
const painter =
  ({ color }: ReportOptions) =>
  (style: Style, words: string): string =>
    color ? styleText(style, words, { validateStream: false }) : words;

const styles: Readonly<Record<Level | "none", Style>> = {
  breaking: ["bold", "red"],
  risky: ["bold", "yellow"],
  additive: "green",
  docs: "blue",
  none: "green",
};

function whole(drift: Drift, options: ReportOptions): string[] {
  const { changes, ignored, notices, level, overlays = [] } = drift;
  const paint = painter(options);
  const rest = [
    ...notices.flatMap((notice) => wrap("notice: ", notice, options)),
    ...(ignored.length > 0
      ? [`${ignored.length} change${ignored.length === 1 ? " is" : "s are"} ignored, as the config says`]
      : []),
  ];
  return [
    paint(styles[level], summarize(drift)),
    ...(overlays.length > 0 ? wrap(`${overlaysLabel} `, overlays.join(", "), options) : []),
    ...changes.flatMap((change) => ["", ...block(change, options)]),
    ...(rest.length > 0 ? ["", ...rest] : []),
  ];
}

function block(change: Located, options: ReportOptions): string[] {
  const { id, level, message, sites, impact, undeclaredConstraints = [] } = change;
  const paint = painter(options);
  const kind = escapeText(kindLabel(change));
  const [head, name] = [`${paint(styles[level], level)}  ${kind}`, `  ${paint("dim", `id ${escapeText(id)}`)}`];
  const fits = columns(`${level}  ${kind}  id ${id}`) <= (options.width ?? Number.POSITIVE_INFINITY);
  return [
    ...(fits ? [head + name] : [head, name]),
    ...wrap("  ", message, options),
    ...sites.flatMap((site, index) => wrap(index === 0 ? "  where   " : "          ", site, options)),
    ...wrap("  impact  ", impact, options),
    ...(undeclaredConstraints.length > 0 ? wrap("  ! asks for more: ", undeclaredConstraints.join(", "), options) : []),
  ];
}

/** Breaks text between words, every line below the first. A word that is too long stays whole: it can be copied. */
function wrap(label: string, words: string, { width }: ReportOptions): string[] {
  if (width === undefined) return [label + escapeText(words)];
  const room = Math.max(20, width - label.length);
  const lines: string[] = [];
  for (const word of escapeText(words).split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || columns(last) + 1 + columns(word) > room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line, index) => (index === 0 ? label : " ".repeat(label.length)) + line);
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/gu;

/** How many columns a text takes: ideographs and emoji take two. */
const columns = (line: string): number => [...line].length + (line.match(wide)?.length ?? 0);
