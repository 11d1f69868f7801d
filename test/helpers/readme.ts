import { readFileSync } from "node:fs";
import { join } from "node:path";

export const readme: string = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

/** The code blocks of a language, in the README or in a part of it. */
export const blocks = (language: string, text = readme): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, code = ""]) => code);
