import { tableCell as cell } from "../../util/markdown.ts";
import { type Drift, type Level, type Located, levels } from "../findings/change.ts";
import { fitRows, maxCommentBytes, printSection, type Section } from "./comment-size.ts";
import { escapeMarkdown, markdownCode } from "./escape.ts";
import type { Report } from "./report.ts";
import { directionLabels, fromOverlayLabel, noDrift, overlaysLabel, showAll, summarize } from "./summarize.ts";

/** A bot finds its own comment by this line, and writes the next report in its place. */
const marker = "<!-- instantly-drift -->";

/** For a comment on a pull request; the history is a changelog. */
export const markdown: Report = {
  drift: (drift) => {
    const head = [marker, title(drift), "", compared(drift), ""].join("\n");
    const all = sections(drift);
    // Room for the line on what is left out.
    const { kept, left } = fitRows(all, maxCommentBytes - Buffer.byteLength(head) - 500);
    return head + leftOut(left) + kept.map(printSection).join("");
  },
  history: (entries) => {
    const changelog = entries.map(release);
    return `${[marker, "# Changes of the API", ...(changelog.length > 0 ? changelog : [noDrift])].join("\n\n")}\n`;
  },
};

const marks: Readonly<Record<Level | "none", string>> = {
  breaking: "🔴",
  risky: "🟠",
  additive: "🟢",
  docs: "🔵",
  none: "⚪",
};

const title = (drift: Drift): string => `${marks[drift.level]} **${summarize(drift)}**`;

const compared = ({ base, head, overlays = [] }: Drift): string =>
  `${markdownCode(base)} → ${markdownCode(head)}${overlays.length > 0 ? `, ${overlaysLabel} ${overlays.map(markdownCode).join(", ")}` : ""}`;

const heading = (level: Level): string => level.charAt(0).toUpperCase() + level.slice(1);

function sections({ changes, ignored, notices }: Drift): Section[] {
  const ofLevel = (level: Level): Section => {
    const rows = changes.filter((change) => change.level === level).map((change) => [...row(change), impact(change)]);
    return {
      heading: `${heading(level)} (${rows.length})`,
      name: level,
      columns: ["Kind", "What changed", "Impact"],
      rows,
      folded: level === "docs",
    };
  };
  const rest: Section[] = [
    {
      heading: `Notices (${notices.length})`,
      name: "notice",
      columns: ["What to know"],
      rows: notices.map((notice) => [cell(escapeMarkdown(notice))]),
      folded: false,
    },
    ofLevel("docs"),
    {
      heading: `Ignored, as the config says (${ignored.length})`,
      name: "ignored",
      columns: ["Kind", "What changed", "Reason"],
      rows: ignored.map((change) => [...row(change), cell(escapeMarkdown(change.reason))]),
      folded: true,
    },
  ];
  return [...levels.filter((level) => level !== "docs").map(ofLevel), ...rest].filter(({ rows }) => rows.length > 0);
}

/** `status` is a name where it is the last one on the way to a site, and a word elsewhere: in what is quoted, too. */
function said({ message, sites }: Located): string {
  const quote = `${message} "`.indexOf(' "');
  const [start, rest] = [message.slice(0, quote), message.slice(quote)];
  const names = sites.map(lastName);
  const [before, site, after] = around(start, sites);
  const words = escapeMarkdown(after, names);
  return [
    escapeMarkdown(before, names),
    markdownCode(site) + (after.startsWith(" ") ? ` ${words}` : words),
    escapeMarkdown(rest),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A sentence before and after the site that it is about, which is one thing, whatever it is made of: `GET /pets`. */
function around(text: string, sites: readonly string[]): [before: string, site: string, after: string] {
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

const row = (change: Located): string[] => [
  [
    cell(markdownCode(change.kind)),
    directionLabels[change.direction],
    change.fromOverlay && fromOverlayLabel,
    `id ${cell(markdownCode(change.id))}`,
  ]
    .filter(Boolean)
    .join("<br>"),
  [said(change), ...places(change), ...demands(change).map((words) => `⚠ ${words}`)].map(cell).join("<br>"),
];

const impact = ({ impact: words }: Located): string => cell(escapeMarkdown(words));

/** One cause may be met in very many places. */
const places = ({ sites }: Located): string[] =>
  sites.length <= 6
    ? sites.map(markdownCode)
    : [...sites.slice(0, 5).map(markdownCode), `and ${sites.length - 5} more places`];

const demands = ({ undeclaredConstraints = [] }: Located): string[] =>
  undeclaredConstraints.length > 0 ? [`asks for more: ${undeclaredConstraints.map(markdownCode).join(", ")}`] : [];

function leftOut(left: readonly [string, number][]): string {
  if (left.length === 0) return "";
  const list = left.map(([name, number]) => `${number} ${name}`).join(", ");
  return `\n> **Too long for a comment.** Left out here: ${list}. \`${showAll}\` shows all.\n`;
}

/** One entry of the changelog. */
const release = (drift: Drift): string =>
  [
    `## ${escapeMarkdown(drift.head)}`,
    `${marks[drift.level]} **${summarize(drift)}** since ${markdownCode(drift.base)}`,
    drift.changes.map(item).join("\n"),
  ].join("\n\n");

const item = (change: Located): string =>
  [
    `- **${change.level}** ${said(change)} (${[directionLabels[change.direction], places(change).join(", ")].filter(Boolean).join(": ")})`,
    escapeMarkdown(change.impact),
    ...demands(change),
  ].join("; ");
