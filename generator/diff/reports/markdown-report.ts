import { tableCell } from "../../util/markdown.ts";
import { type Drift, type Level, type Located, levels } from "../findings/change.ts";
import { escapeMarkdown, markdownCode } from "./escape.ts";
import { fitRows, maxCommentBytes, printSection, type Section } from "./markdown-sections.ts";
import type { Report } from "./report.ts";
import {
  directionLabels,
  fromOverlayLabel,
  noDrift,
  overlaysLabel,
  showAll,
  summarize,
  undeclaredConstraintsLabel,
} from "./summarize.ts";

/** The line by which a bot finds its own comment to update it. */
const marker = "<!-- instantly-drift -->";

/** The bytes reserved for the note about omitted rows. */
const maxNoteBytes = 500;

/** The report for comments on pull requests. The history is a changelog. */
export const markdownReport: Report = {
  drift: (drift) => {
    const header = [marker, `${levelIcons[drift.level]} **${summarize(drift)}**`, "", printNames(drift), ""].join("\n");
    const maxBytes = maxCommentBytes - Buffer.byteLength(header) - maxNoteBytes;
    const { kept, omitted } = fitRows(listSections(drift), maxBytes);
    return header + printOmitted(omitted) + kept.map(printSection).join("");
  },
  history: (entries) => {
    const releases = entries.length > 0 ? entries.map(printRelease) : [noDrift];
    return `${[marker, "# API changes", ...releases].join("\n\n")}\n`;
  },
};

const levelIcons: Readonly<Record<Level | "none", string>> = {
  breaking: "🔴",
  risky: "🟠",
  additive: "🟢",
  docs: "🔵",
  none: "⚪",
};

function printNames({ base, head, overlays = [] }: Drift): string {
  const names = `${markdownCode(base)} → ${markdownCode(head)}`;
  return overlays.length > 0 ? `${names}, ${overlaysLabel} ${overlays.map(markdownCode).join(", ")}` : names;
}

function listSections({ changes, ignored, notices }: Drift): Section[] {
  const levelSection = (level: Level): Section => {
    const rows = changes
      .filter((change) => change.level === level)
      .map((change) => [...printCells(change), escapeCell(change.impact)]);
    return {
      heading: `${level.charAt(0).toUpperCase()}${level.slice(1)} (${rows.length})`,
      name: level,
      columns: ["Kind", "What changed", "Impact"],
      rows,
      folded: level === "docs",
    };
  };
  const noticeSection: Section = {
    heading: `Notices (${notices.length})`,
    name: "notice",
    columns: ["Notice"],
    rows: notices.map((notice) => [escapeCell(notice)]),
    folded: false,
  };
  const ignoredSection: Section = {
    heading: `Ignored by the config (${ignored.length})`,
    name: "ignored",
    columns: ["Kind", "What changed", "Reason"],
    rows: ignored.map((change) => [...printCells(change), escapeCell(change.reason)]),
    folded: true,
  };
  const severeLevels = levels.filter((level) => level !== "docs");
  return [...severeLevels.map(levelSection), noticeSection, levelSection("docs"), ignoredSection].filter(
    ({ rows }) => rows.length > 0,
  );
}

/** The cells with the kind of a change and with what changed. */
const printCells = (change: Located): string[] => [
  [
    tableCell(markdownCode(change.kind)),
    directionLabels[change.direction],
    change.fromOverlay && fromOverlayLabel,
    `id ${tableCell(markdownCode(change.id))}`,
  ]
    .filter(Boolean)
    .join("<br>"),
  [printMessage(change), ...printSites(change), ...printConstraints(change).map((text) => `⚠ ${text}`)]
    .map(tableCell)
    .join("<br>"),
];

const escapeCell = (text: string): string => tableCell(escapeMarkdown(text));

/**
 * Prints a message with its site and the names of the changed values as code. Outside quotes `status` is a name if it
 * ends a site of the change; inside quotes it is a word.
 */
function printMessage({ message, sites }: Located): string {
  const quoteStart = `${message} "`.indexOf(' "');
  const [beforeSite, site, afterSite] = splitAtSite(message.slice(0, quoteStart), sites);
  const names = sites.map(lastName);
  const rest = escapeMarkdown(afterSite, names);
  return [
    escapeMarkdown(beforeSite, names),
    markdownCode(site) + (afterSite.startsWith(" ") ? ` ${rest}` : rest),
    escapeMarkdown(message.slice(quoteStart)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Splits a text around the site that it contains, such as `GET /pets`. */
function splitAtSite(text: string, sites: readonly string[]): [before: string, site: string, after: string] {
  for (const site of sites.filter((each) => each.includes(" ")))
    for (const end of [" ", ":"]) {
      const index = ` ${text} `.indexOf(` ${site}${end}`);
      if (index >= 0) return [text.slice(0, index), site, text.slice(index + site.length)];
    }
  return [text, "", ""];
}

const lastName = (site: string): string => {
  const [, path = ""] = site.split(": ");
  return path.split(".").at(-1)?.replace("[]", "") ?? "";
};

/** The number of sites that a change can have before some are omitted. */
const maxSites = 6;

const printSites = ({ sites }: Located): string[] => {
  if (sites.length <= maxSites) return sites.map(markdownCode);
  const shown = sites.slice(0, maxSites - 1);
  return [...shown.map(markdownCode), `and ${sites.length - shown.length} more sites`];
};

const printConstraints = ({ undeclaredConstraints = [] }: Located): string[] =>
  undeclaredConstraints.length > 0
    ? [`${undeclaredConstraintsLabel}: ${undeclaredConstraints.map(markdownCode).join(", ")}`]
    : [];

function printOmitted(omitted: readonly (readonly [name: string, count: number])[]): string {
  if (omitted.length === 0) return "";
  const counts = omitted.map(([name, count]) => `${count} ${name}`).join(", ");
  return `\n> **Too long for a comment.** Omitted: ${counts}. \`${showAll}\` prints everything.\n`;
}

/** Prints an entry of the changelog. */
const printRelease = (drift: Drift): string =>
  [
    `## ${escapeMarkdown(drift.head)}`,
    `${levelIcons[drift.level]} **${summarize(drift)}** since ${markdownCode(drift.base)}`,
    drift.changes.map(printItem).join("\n"),
  ].join("\n\n");

function printItem(change: Located): string {
  const sites = [directionLabels[change.direction], printSites(change).join(", ")].filter(Boolean).join(": ");
  return [
    `- **${change.level}** ${printMessage(change)} (${sites})`,
    escapeMarkdown(change.impact),
    ...printConstraints(change),
  ].join("; ");
}
