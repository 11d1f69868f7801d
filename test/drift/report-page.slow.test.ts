import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reports } from "../../generator/diff/reports/reports.ts";
import { browse, hasBrowser, type Page, type View } from "./report-browser.ts";
import { hostile, withText } from "./report-hostile.ts";
import { change, drift, mixed, options } from "./report-samples.ts";

test.skipIf(hasBrowser)("is skipped: Chromium is not installed", (context) => context.skip());

const pages = {
  drift: reports.html.drift(mixed, options),
  history: reports.html.history([mixed, { ...mixed, base: "new.json", head: "2026-01-02" }], options),
  none: reports.html.drift(drift([]), options),
  hostile: reports.html.history([...Object.values(hostile).map(withText)], options),
};
const wide: View = { width: 1280, dark: false };
const views = [wide, { width: 1280, dark: true }, { width: 390, dark: false }, { width: 320, dark: true }];

/** Lists the visible texts whose contrast with their background is below 4.5:1. */
const lowContrast = `(() => {
  const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => rgb(color).slice(0, 3)
    .map((each) => each / 255)
    .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
    .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return (rgb(color)[3] ?? 1) > 0 ? color : behind(element.parentElement);
  };
  return [...document.querySelectorAll("body *:not(script)")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || element.placeholder)
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => {
      const color = element.placeholder ? getComputedStyle(element, "::placeholder").color : getComputedStyle(element).color;
      const [one, other] = [light(color), light(behind(element))].sort((a, b) => b - a);
      return [element.outerHTML.slice(0, 80), (one + 0.05) / (other + 0.05)];
    })
    .filter(([, contrast]) => contrast < 4.5);
})()`;

const openDetails = `document.querySelectorAll("details").forEach((each) => { each.open = true; })`;
const visibleKinds = `[...document.querySelectorAll("article")].filter((each) => each.checkVisibility()).map((each) => each.querySelector("code").textContent)`;
const type = (words: string) =>
  `(() => { const box = document.getElementById("search"); box.value = ${JSON.stringify(words)}; box.dispatchEvent(new Event("input")); })()`;

describe.runIf(hasBrowser)("the page in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-page-"));
  let page: Page;
  const open = (name: keyof typeof pages, view: View = wide) =>
    page.open(pathToFileURL(join(folder, `${name}.html`)).href, view);

  beforeAll(async () => {
    for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), text);
    page = await browse();
  });
  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(["drift", "history", "none", "hostile"] as const)("%s", (name) => {
    test.each(views)("fits into $width pixels and has enough contrast, dark: $dark", async (view) => {
      await open(name, view);
      await page.evaluate(openDetails);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(await page.evaluate(lowContrast)).toEqual([]);
    });

    test("requests nothing and runs nothing from the document", async () => {
      await open(name);
      await page.evaluate(openDetails);
      expect(page.requests).toHaveLength(1);
      expect(await page.evaluate("[typeof pwned, document.scripts.length, document.styleSheets.length]")).toEqual([
        "undefined",
        1,
        1,
      ]);
      expect(
        await page.evaluate(
          `[...document.querySelectorAll("img, svg, iframe, object, embed, link, base, form, body style, [href]:not([href^='#']), [src]")].map((each) => each.outerHTML)`,
        ),
      ).toEqual([]);
    });

    test("has one h1 and skips no heading level", async () => {
      await open(name);
      const ranks = await page.evaluate(
        `[...document.querySelectorAll("h1, h2, h3")].map((each) => Number(each.tagName[1]))`,
      );
      expect(ranks).toSatisfy((all: number[]) =>
        all.every((rank, at) => (at === 0 ? rank === 1 : rank > 1 && rank <= (all[at - 1] ?? 0) + 1)),
      );
      expect(await page.evaluate(`document.querySelectorAll("header, main").length`)).toBe(2);
    });
  });

  test("prints a long text only below the heading", async () => {
    const [before, after] = ["The name that the pet was given", "The name that the pet listens to"];
    const message = `description of name changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`;
    writeFileSync(
      join(folder, "drift-long.html"),
      reports.html.drift(drift([change("docs", { before, after, message })]), options),
    );
    await page.open(pathToFileURL(join(folder, "drift-long.html")).href, wide);
    const texts = `["h3", "dd .value", "del", "ins"].map((name) => [...document.querySelectorAll(name)].map((each) => each.textContent))`;
    expect(await page.evaluate(texts)).toEqual([
      ["description of name changed"],
      [before, after],
      ["was given"],
      ["listens to"],
    ]);
  });

  test("shows the text of the document unchanged", async () => {
    await open("hostile");
    const text = await page.evaluate("document.body.textContent");
    for (const given of Object.values(hostile).filter((each) => /^[ -~]+$/.test(each)))
      expect(text).toContain(`${given} was added`);
  });

  test.each([true, false])("hides changes of a level, with scripts: %s", async (script) => {
    await open("drift", { ...wide, script });
    const all = ["property-removed", "enum-value-added", "param-added", "description-changed"];
    expect(await page.evaluate(visibleKinds)).toEqual(all);
    await page.evaluate(`document.getElementById("show-risky").click()`);
    expect(await page.evaluate(visibleKinds)).toEqual(all.filter((kind) => kind !== "enum-value-added"));
    expect(await page.evaluate(`document.getElementById("search").checkVisibility()`)).toBe(script);
  });

  test.each([
    { words: "NICK", want: ["property-removed"] },
    { words: "pet short", want: ["description-changed"] },
    { words: "no match", want: [] },
    { words: " ", want: ["property-removed", "enum-value-added", "param-added", "description-changed"] },
  ])("finds $want by $words", async ({ words, want }) => {
    await open("drift");
    await page.evaluate(type(words));
    expect(await page.evaluate(visibleKinds)).toEqual(want);
    expect(await page.evaluate(`document.getElementById("found").textContent`)).toBe(
      words === " " ? "" : `${want.length} of 5`,
    );
  });

  test("opens the documents of a history with matches", async () => {
    await open("history");
    expect(await page.evaluate(visibleKinds)).toEqual([]);
    await page.evaluate(type("nick"));
    expect(await page.evaluate(visibleKinds)).toEqual(["property-removed", "property-removed"]);
  });

  test("links from the index to the documents", async () => {
    await open("history");
    const links = `[...document.querySelectorAll("nav a")].map((link) => document.querySelector(link.hash).querySelector("h2 bdi").textContent === link.textContent)`;
    expect(await page.evaluate(links)).toEqual([true, true]);
  });

  test.each([
    { name: "a script", made: `Object.assign(document.createElement("script"), { textContent: "pwned = 1" })` },
    {
      name: "a style sheet",
      made: `Object.assign(document.createElement("style"), { textContent: "* { display: none }" })`,
    },
    { name: "an image", made: `Object.assign(new Image(), { src: "http://127.0.0.1:1/x.png" })` },
    { name: "a frame", made: `Object.assign(document.createElement("iframe"), { src: "http://127.0.0.1:1/" })` },
  ])("blocks $name that is injected", async ({ made }) => {
    await open("drift");
    const violation = `new Promise((resolve) => {
      addEventListener("securitypolicyviolation", ({ disposition }) => resolve(disposition));
      document.body.append(${made});
    })`;
    expect(await page.evaluate(violation)).toBe("enforce");
    expect(await page.evaluate("typeof pwned")).toBe("undefined");
  });

  test("outlines the focused element", async () => {
    await open("drift");
    const outline = `(() => { const box = document.getElementById("show-docs"); box.focus({ focusVisible: true }); return getComputedStyle(box.parentElement).outlineStyle; })()`;
    expect(await page.evaluate(outline)).toBe("solid");
  });

  test("follows the color scheme of the browser", async () => {
    const shots: Buffer[] = [];
    for (const dark of [false, true]) {
      await open("drift", { width: 1280, dark });
      shots.push(await page.screenshot());
    }
    expect(shots.map((shot) => shot.subarray(1, 4).toString())).toEqual(["PNG", "PNG"]);
    expect(shots[0]?.equals(shots[1] ?? Buffer.of())).toBe(false);
    // A blank page is a few thousand bytes.
    for (const shot of shots) expect(shot.length).toBeGreaterThan(20_000);
  });
});
