import { styleText } from "node:util";
import type { Drift, Level, Located } from "../findings/change.ts";
import { escapeText } from "./escape.ts";
import type { Report, ReportOptions } from "./report.ts";
import { formatKind, noDrift, overlaysLabel, summarize, undeclaredConstraintsLabel } from "./summarize.ts";

/** The report for terminals: a summary, then a block per change. */
export const textReport: Report = {
  drift: (drift, options) => joinLines(printDrift(drift, options)),
  history: (entries, options) => {
    const lines = entries.flatMap((entry) => [
      createPainter(options)("bold", escapeText(`${entry.base} -> ${entry.head}`)),
      ...printDrift(entry, options),
      "",
    ]);
    return joinLines(entries.length === 0 ? [noDrift] : lines);
  },
};

const joinLines = (lines: readonly string[]): string => `${lines.join("\n").trimEnd()}\n`;

type Style = Parameters<typeof styleText>[0];

/** Creates a function that colors text. `styleText` does not check the stream, because `color` already says it. */
const createPainter =
  ({ color }: ReportOptions) =>
  (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;

const levelStyles: Readonly<Record<Level | "none", Style>> = {
  breaking: ["bold", "red"],
  risky: ["bold", "yellow"],
  additive: "green",
  docs: "blue",
  none: "green",
};

function printDrift(drift: Drift, options: ReportOptions): string[] {
  const { changes, ignored, notices, level, overlays = [] } = drift;
  const footer = [
    ...notices.flatMap((notice) => wrap("notice: ", notice, options)),
    ...(ignored.length > 0
      ? [`${ignored.length} ${ignored.length === 1 ? "change" : "changes"} ignored by the config`]
      : []),
  ];
  return [
    createPainter(options)(levelStyles[level], summarize(drift)),
    ...(overlays.length > 0 ? wrap(`${overlaysLabel} `, overlays.join(", "), options) : []),
    ...changes.flatMap((change) => ["", ...printChange(change, options)]),
    ...(footer.length > 0 ? ["", ...footer] : []),
  ];
}

function printChange(change: Located, options: ReportOptions): string[] {
  const { id, level, message, sites, impact, undeclaredConstraints = [] } = change;
  const paint = createPainter(options);
  const kind = escapeText(formatKind(change));
  const heading = `${paint(levelStyles[level], level)}  ${kind}`;
  const idLabel = `  ${paint("dim", `id ${escapeText(id)}`)}`;
  const fits = countColumns(`${level}  ${kind}  id ${id}`) <= (options.width ?? Number.POSITIVE_INFINITY);
  return [
    ...(fits ? [heading + idLabel] : [heading, idLabel]),
    ...wrap("  ", message, options),
    ...sites.flatMap((site, index) => wrap(index === 0 ? "  where   " : "          ", site, options)),
    ...wrap("  impact  ", impact, options),
    ...(undeclaredConstraints.length > 0
      ? wrap(`  ! ${undeclaredConstraintsLabel}: `, undeclaredConstraints.join(", "), options)
      : []),
  ];
}

/** The minimum width of wrapped text beside its label, so that a narrow terminal does not get one word per line. */
const minTextWidth = 20;

/** Wraps text between words, indented by the width of its label. Long words are not broken, so that they can be copied. */
function wrap(label: string, text: string, { width }: ReportOptions): string[] {
  if (width === undefined) return [label + escapeText(text)];
  const textWidth = Math.max(minTextWidth, width - label.length);
  const lines: string[] = [];
  for (const word of escapeText(text).split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || countColumns(last) + 1 + countColumns(word) > textWidth) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line, index) => (index === 0 ? label : " ".repeat(label.length)) + line);
}

/** Emoji and East Asian characters that terminals display in two columns. */
const wideCharacters =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/gu;

const countColumns = (line: string): number => [...line].length + (line.match(wideCharacters)?.length ?? 0);
