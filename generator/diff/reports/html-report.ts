import { type Drift, type Ignored, type Level, type Located, levels } from "../findings/change.ts";
import { formatChange } from "../findings/format-values.ts";
import { html, type Markup, renderCode } from "./escape.ts";
import { renderPage, renderTools } from "./html-page.ts";
import { renderValues } from "./html-values.ts";
import type { Report } from "./report.ts";
import {
  directionLabels,
  formatCounts,
  fromOverlayLabel,
  ignoredSuffix,
  levelMeanings,
  noDrift,
  overlaySuffix,
  overlaysLabel,
  undeclaredConstraintsLabel,
} from "./summarize.ts";

/** The report for browsers: one page that loads nothing. */
export const htmlReport: Report = {
  drift: (drift) => renderPage(`API drift: ${drift.base} to ${drift.head}`, renderDrift(drift)),
  history: (entries) => renderPage("API history", renderHistory(entries)),
};

function renderDrift(drift: Drift): Markup {
  const { changes, ignored, notices } = drift;
  return html`<header class="${drift.level}">
${renderHeadline(drift)}
</header>
${renderTools(changes)}
<main>
${levels.map((level) => renderLevel(level, changes))}
${notices.length > 0 && renderNotices(notices)}
${ignored.length > 0 && renderIgnored(ignored)}
</main>`;
}

function renderHeadline(drift: Drift): Markup {
  const { base, head, overlays = [], level, semver, changes } = drift;
  const ignored = ignoredSuffix(drift);
  const overlayNames = overlays.map(
    (file, index) => html`${index === 0 ? `, ${overlaysLabel}` : ","} <code>${file}</code>`,
  );
  const counts = html`<p class="lead">${formatCounts(changes)}${overlaySuffix(changes)}. \
The next client version is a <strong>${semver}</strong> release${ignored}.</p>`;
  return html`<p class="eyebrow">API drift</p>
<h1 class="word">${capitalize(level === "none" ? `${noDrift}${ignored}` : level)}</h1>
<p class="lead"><code>${base}</code> → <code>${head}</code>${overlayNames}</p>
${level !== "none" && counts}`;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function renderLevel(level: Level, all: readonly Located[]): Markup | false {
  const changes = all.filter((change) => change.level === level);
  if (changes.length === 0) return false;
  return html`<section class="level shows ${level}" aria-labelledby="${level}">
<h2 id="${level}">${capitalize(level)}</h2>
<p class="meaning">${levelMeanings[level]}</p>
${changes.map((change) => renderChange(change))}</section>
`;
}

function renderNotices(notices: readonly string[]): Markup {
  const items = notices.map((notice) => html`<li>${notice}</li>\n`);
  return html`<section class="aside"><h2>Notices</h2><ul>${items}</ul></section>`;
}

function renderIgnored(ignored: readonly Ignored[]): Markup {
  const changes = ignored.map((change) => renderChange(change, renderFact("Ignored", [change.reason])));
  return html`<section class="aside"><h2 class="visually-hidden">Ignored</h2><details>\
<summary>${ignored.length} ignored by the config</summary>
${changes}</details></section>`;
}

/** The length below which the values stay in the heading of a change, although they are printed below it. */
const maxHeadingValues = 40;

/** Returns the message of a change, without long values at its end. */
function formatHeading({ message, before, after }: Located): string {
  const change = formatChange(before, after);
  if (change.length <= maxHeadingValues || !message.endsWith(change)) return message;
  const [verb = ""] = /^changed|^was (?:added|removed)/.exec(change) ?? [];
  return message.slice(0, message.length - change.length) + verb;
}

function renderChange(change: Located, reason?: Markup): Markup {
  const { id, kind, level, direction, sites, impact, undeclaredConstraints = [], fromOverlay } = change;
  const origin = fromOverlay && html` <span>${fromOverlayLabel}</span>`;
  const siteCodes = sites.map((site) => html`<code>${site}</code>`);
  const phrases = undeclaredConstraints.map((phrase) => `“${phrase}”`);
  const constraints = phrases.length > 0 && renderFact(capitalize(undeclaredConstraintsLabel), phrases, "constraints");
  return html`<article class="change shows ${level}">
<p class="kind"><code>${kind}</code> <span>${directionLabels[direction]}</span>${origin} \
<span class="id">id <code>${id}</code></span></p>
<h3>${formatHeading(change)}</h3>
<dl class="facts">
${renderFact("Where", siteCodes)}
${renderFact("Impact", [html`${renderCode(impact)}`])}
${constraints}
${reason}</dl>
${renderValues(change)}
</article>
`;
}

function renderFact(label: string, values: readonly (Markup | string)[], className = "fact"): Markup {
  const descriptions = values.map((value) => html`<dd>${value}</dd>`);
  return html`<div class="${className}"><dt>${label}</dt>${descriptions}</div>`;
}

function renderHistory(entries: readonly Drift[]): Markup {
  const changes = entries.flatMap((entry) => entry.changes);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return html`<header class="none"><h1>${capitalize(noDrift)}</h1></header><main></main>`;
  const links = entries.map(
    ({ head, level }, index) =>
      html`<li><a class="${level}" title="${level}" href="#entry-${index + 1}">${head}</a></li>\n`,
  );
  return html`<header>
<p class="eyebrow">API history</p>
<h1>${entries.length} document${entries.length === 1 ? "" : "s"} with changes</h1>
<p class="lead"><bdi>${first.base}</bdi> to <bdi>${last.head}</bdi>: ${formatCounts(changes)}</p>
</header>
<nav class="index" aria-label="Documents"><ol>${links}</ol></nav>
${renderTools(changes)}
<main><ol class="timeline">
${entries.map(renderEntry)}</ol></main>`;
}

function renderEntry(entry: Drift, index: number): Markup {
  const { base, head, level, changes } = entry;
  return html`<li class="entry ${level}" id="entry-${index + 1}">
<h2><bdi>${head}</bdi> <span class="badge">${level}</span></h2>
<details><summary>${formatCounts(changes)}${ignoredSuffix(entry)} since <bdi>${base}</bdi></summary>
${changes.map((change) => renderChange(change))}</details>
</li>
`;
}
