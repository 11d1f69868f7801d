import { type Drift, type Level, type Located, levels } from "../findings/change.ts";
import { formatValue } from "../findings/location.ts";
import { type Markup, markCode, html as markup } from "./escape.ts";
import { renderPage, renderTools } from "./html-assets.ts";
import { renderValues } from "./html-values.ts";
import type { Report } from "./report.ts";
import {
  countsText,
  directionLabels,
  fromOverlayLabel,
  ignoredSuffix,
  levelMeanings,
  noDrift,
  overlaySuffix,
  overlaysLabel,
} from "./summarize.ts";

/** For people: one page without anything that has to be loaded. */
export const html: Report = {
  drift: (drift) => renderPage(`API drift: ${drift.base} to ${drift.head}`, whole(drift)),
  history: (entries) => renderPage("API history", timeline(entries)),
};

function whole(drift: Drift): Markup {
  const { changes, ignored, notices } = drift;
  return markup`<header class="${drift.level}">
${headline(drift)}
</header>
${renderTools(changes)}
<main>
${levels.map((level) =>
  section(
    level,
    changes.filter((change) => change.level === level),
  ),
)}
${notices.length > 0 && markup`<section class="aside"><h2>Notices</h2><ul>${notices.map((notice) => markup`<li>${notice}</li>\n`)}</ul></section>`}
${
  ignored.length > 0 &&
  markup`<section class="aside"><h2 class="unseen">Ignored</h2><details><summary>${ignored.length} ignored, as the config says</summary>
${ignored.map((each) => change(each, markup`<div><dt>Ignored</dt><dd>${each.reason}</dd></div>`))}</details></section>`
}
</main>`;
}

const headline = ({
  base,
  head,
  overlays = [],
  level,
  semver,
  changes,
  ignored,
}: Drift): Markup => markup`<p class="eyebrow">API drift</p>
<h1 class="word">${sentence(level === "none" ? `${noDrift}${ignoredSuffix({ ignored })}` : level)}</h1>
<p class="lead"><code>${base}</code> → <code>${head}</code>${overlays.map((file, index) => markup`${index === 0 ? `, ${overlaysLabel}` : ","} <code>${file}</code>`)}</p>
${
  level !== "none" &&
  markup`<p class="lead">${countsText(changes)}${overlaySuffix(changes)}. The next version of a client is a <strong>${semver}</strong> one${ignoredSuffix({ ignored })}.</p>`
}`;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const section = (level: Level, changes: readonly Located[]): Markup | false =>
  changes.length > 0 &&
  markup`<section class="level shows ${level}" aria-labelledby="${level}">
<h2 id="${level}">${sentence(level)}</h2>
<p class="meaning">${levelMeanings[level]}</p>
${changes.map((each) => change(each))}</section>
`;

/** A message without the texts at its end where they are shown side by side, and whole, below it. */
function heading({ message, before, after }: Located): string {
  const tails = [`: ${formatValue(before)} is now ${formatValue(after)}`, `: ${formatValue(after ?? before)}`];
  const tail = tails.find((each) => each.length > 40 && message.endsWith(each)) ?? "";
  return message.slice(0, message.length - tail.length);
}

function change(each: Located, note?: Markup): Markup {
  const { id, kind, level, direction, sites, impact, undeclaredConstraints = [], fromOverlay } = each;
  return markup`<article class="change shows ${level}">
<p class="kind"><code>${kind}</code> <span>${directionLabels[direction]}</span>${fromOverlay && markup` <span>${fromOverlayLabel}</span>`} <span class="id">id <code>${id}</code></span></p>
<h3>${heading(each)}</h3>
<dl class="facts">
<div><dt>Where</dt>${sites.map((site) => markup`<dd><code>${site}</code></dd>`)}</div>
<div><dt>Impact</dt><dd>${markCode(impact)}</dd></div>
${undeclaredConstraints.length > 0 && markup`<div class="undeclaredConstraints"><dt>Asks for more</dt>${undeclaredConstraints.map((words) => markup`<dd>“${words}”</dd>`)}</div>`}
${note}</dl>
${renderValues(each)}
</article>
`;
}

function timeline(entries: readonly Drift[]): Markup {
  const all = entries.flatMap(({ changes }) => changes);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return markup`<header class="none"><h1>${sentence(noDrift)}</h1></header><main></main>`;
  return markup`<header>
<p class="eyebrow">API history</p>
<h1>${entries.length} document${entries.length === 1 ? "" : "s"} with changes</h1>
<p class="lead"><bdi>${first.base}</bdi> to <bdi>${last.head}</bdi>: ${countsText(all)}</p>
</header>
<nav class="index" aria-label="Documents"><ol>${entries.map(
    ({ head, level }, index) =>
      markup`<li><a class="${level}" title="${level}" href="#entry-${index + 1}">${head}</a></li>\n`,
  )}</ol></nav>
${renderTools(all)}
<main><ol class="timeline">
${entries.map(entry)}</ol></main>`;
}

const entry = (
  { base, head, level, changes, ignored }: Drift,
  index: number,
): Markup => markup`<li class="entry ${level}" id="entry-${index + 1}">
<h2><bdi>${head}</bdi> <span class="badge">${level}</span></h2>
<details><summary>${countsText(changes)}${ignoredSuffix({ ignored })} since <bdi>${base}</bdi></summary>
${changes.map((each) => change(each))}</details>
</li>
`;
