/** The script of the page: it searches. Everything else works without it. */
export const script = `
const box = document.getElementById("search");
const changes = [...document.querySelectorAll("article")].map((item) => [item, item.textContent.toLowerCase()]);
const groups = [...document.querySelectorAll(".level, .entry, .aside:has(article)")];
const found = document.getElementById("found");
function search() {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const [item, text] of changes) item.hidden = !words.every((word) => text.includes(word));
  for (const group of groups) {
    const some = group.querySelector("article:not([hidden])") !== null;
    group.hidden = !some;
    const folded = group.querySelector("details");
    if (folded) folded.open = words.length > 0 && some;
  }
  const number = changes.filter(([item]) => !item.hidden).length;
  found.textContent = words.length > 0 ? number + " of " + changes.length : "";
}
if (box) {
  box.closest("[hidden]").hidden = false;
  box.addEventListener("input", search);
}
`;
