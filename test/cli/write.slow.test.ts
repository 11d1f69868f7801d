import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { leftIn } from "../helpers/left.ts";
import { baseline, launched, project, upstream } from "../helpers/project.ts";

describe("two runs at once", () => {
  test("leave what one of them would have left, whichever came last", async () => {
    const { folder, generate, files } = launched(project());
    const sets: Record<string, Record<string, string>> = {};
    for (const [name, text] of Object.entries({ "a.json": upstream, "b.json": another })) {
      writeFileSync(join(folder, name), text);
      expect((await generate("--source", name)).code).toBe(0);
      sets[name] = files();
    }
    const winners: string[] = [];
    for (let pair = 0; pair < 3; pair++) {
      const ran = await Promise.all(["a.json", "b.json"].map((name) => generate("--source", name)));
      expect(ran.map(({ code }) => code)).toEqual([0, 0]);
      const left = JSON.stringify(files());
      winners.push(...Object.keys(sets).filter((name) => JSON.stringify(sets[name]) === left));
      expect(winners).toHaveLength(pair + 1);
    }
    expect(await generate("--source", winners.at(-1) ?? "", "--check")).toMatchObject({ code: 0 });
    expect(leftIn(folder)).toEqual([]);
  });

  /** Another change than that of `upstream`. */
  const another = baseline.replace("A mailbox that campaigns send from.", "Where mail is sent from.");
});
