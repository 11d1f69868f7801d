import { done, type Forge, pack } from "./forge.ts";
import { type Done, runWorkflow } from "./runner.ts";

/** A repository as small as the writing side needs it. */
export const files: Readonly<Record<string, string>> = {
  "spec/api.json": "{}\n",
  "generated/index.ts": "export {};\n",
  "README.md": "Read me\n",
};

/** A report with what a shell or a workflow would take for its own. */
export const report = (text: string): string =>
  `<!-- instantly-drift -->\n${text} \`$(touch x)\` \${{ github.token }}\n`;

/** The scheduled workflow from where its first job has handed over a patch. */
export function propose(
  at: Forge,
  patch: string,
  level = "risky",
  outputs: Readonly<Record<string, string>> = {},
): Promise<Record<string, Done>> {
  const packed = pack(patch);
  const parts = { patch0: packed.slice(0, 20), patch1: packed.slice(20), patch2: "", patch3: "" }; // as if it were long
  const pull = done({ changed: "true", level, report: pack(report(level)), ...parts, ...outputs });
  return runWorkflow("spec-drift.yml", at, { pull });
}

/** The branches that the repository has. */
export const branches = (at: Forge): string[] =>
  [...at.git("ls-remote", "--heads", at.origin).matchAll(/refs\/heads\/(.*)/g)].map(([, name = ""]) => name);
