import { type Drift, type Level, type Located, levels } from "../change.ts";
import { shown } from "../words.ts";
import { type Markup, marked, html as markup } from "./escape.ts";
import { page, tools } from "./page.ts";
import type { Report } from "./report.ts";
import { values } from "./values.ts";
import { correctedBy, directions, meanings, noDrift, ourOwn, share, tally, uncounted } from "./verdict.ts";

/** For people: one page without anything that has to be loaded. */
export const html: Report = {
  drift: (drift) => page(`API drift: ${drift.base} to ${drift.head}`, whole(drift)),
  history: (entries) => page("API history", timeline(entries)),
};

function whole(drift: Drift): Markup {
  const { changes, ignored, notices } = drift;
  return markup`<header class="${drift.level}">
${headline(drift)}
</header>
${tools(changes)}
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
<h1 class="word">${sentence(level === "none" ? `${noDrift}${uncounted({ ignored })}` : level)}</h1>
<p class="lead"><code>${base}</code> → <code>${head}</code>${overlays.map((file, index) => markup`${index === 0 ? `, ${correctedBy}` : ","} <code>${file}</code>`)}</p>
${
  level !== "none" &&
  markup`<p class="lead">${tally(changes)}${share(changes)}. The next version of a client is a <strong>${semver}</strong> one${uncounted({ ignored })}.</p>`
}`;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const section = (level: Level, changes: readonly Located[]): Markup | false =>
  changes.length > 0 &&
  markup`<section class="level shows ${level}" aria-labelledby="${level}">
<h2 id="${level}">${sentence(level)}</h2>
<p class="meaning">${meanings[level]}</p>
${changes.map((each) => change(each))}</section>
`;

/** A message without the texts at its end where they are shown side by side, and whole, below it. */
function heading({ message, before, after }: Located): string {
  const tails = [`: ${shown(before)} is now ${shown(after)}`, `: ${shown(after ?? before)}`];
  const tail = tails.find((each) => each.length > 40 && message.endsWith(each)) ?? "";
  return message.slice(0, message.length - tail.length);
}

function change(each: Located, note?: Markup): Markup {
  const { id, kind, level, direction, sites, impact, tightens = [], ours } = each;
  return markup`<article class="change shows ${level}">
<p class="kind"><code>${kind}</code> <span>${directions[direction]}</span>${ours && markup` <span>${ourOwn}</span>`} <span class="id">id <code>${id}</code></span></p>
<h3>${heading(each)}</h3>
<dl class="facts">
<div><dt>Where</dt>${sites.map((site) => markup`<dd><code>${site}</code></dd>`)}</div>
<div><dt>Impact</dt><dd>${marked(impact)}</dd></div>
${tightens.length > 0 && markup`<div class="tightens"><dt>Asks for more</dt>${tightens.map((words) => markup`<dd>“${words}”</dd>`)}</div>`}
${note}</dl>
${values(each)}
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
<p class="lead"><bdi>${first.base}</bdi> to <bdi>${last.head}</bdi>: ${tally(all)}</p>
</header>
<nav class="index" aria-label="Documents"><ol>${entries.map(
    ({ head, level }, index) =>
      markup`<li><a class="${level}" title="${level}" href="#entry-${index + 1}">${head}</a></li>\n`,
  )}</ol></nav>
${tools(all)}
<main><ol class="timeline">
${entries.map(entry)}</ol></main>`;
}

const entry = (
  { base, head, level, changes, ignored }: Drift,
  index: number,
): Markup => markup`<li class="entry ${level}" id="entry-${index + 1}">
<h2><bdi>${head}</bdi> <span class="badge">${level}</span></h2>
<details><summary>${tally(changes)}${uncounted({ ignored })} since <bdi>${base}</bdi></summary>
${changes.map((each) => change(each))}</details>
</li>
`;
