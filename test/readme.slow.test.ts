import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { document, json, operation } from "./helpers/document.ts";
import { project } from "./helpers/project.ts";
import { blocks, readme } from "./helpers/readme.ts";
import { serve } from "./helpers/server.ts";
import { typeCheck } from "./helpers/typescript.ts";
import { newest } from "./wide/newest.ts";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

describe("another resource, another API", () => {
  const chapter = readme.slice(readme.indexOf("## Another resource, another API"), readme.indexOf("## Safety"));
  const campaigns = document(
    {
      "/campaigns": {
        get: operation("listCampaign", {
          tags: ["Campaign"],
          parameters: [{ name: "starting_after", in: "query", schema: { type: "string" } }],
          responses: {
            200: json({
              type: "object",
              properties: {
                items: { type: "array", items: { $ref: "#/components/schemas/Campaign" } },
                next_starting_after: { type: "string" },
              },
            }),
          },
        }),
      },
    },
    {
      servers: [{ url: "https://api.test" }],
      security: [{ key: [] }],
      components: {
        securitySchemes: { key: { type: "http", scheme: "bearer" } },
        schemas: {
          Campaign: {
            type: "object",
            properties: {
              name: { type: "string" },
              status: { type: "integer", enum: [0, 1], "x-enumDescriptions": { 0: "Draft", 1: "Active" } },
            },
            required: ["name", "status"],
          },
        },
      },
    },
  );
  const stations = [{ id: "1", name: "Berlin", timezone: "Europe/Berlin" }];

  test.each([
    { index: 0, script: "campaigns.ts", answer: { items: [{ name: "Spring", status: 1 }] }, want: "Spring Active\n" },
    { index: 1, script: "stations.ts", answer: { data: stations }, want: "Berlin Europe/Berlin\n" },
  ])("the lines of a reader make the client that $script calls", async ({ index, script, answer, want }) => {
    const { url } = await serve(() => ({ body: answer }));
    const { folder } = project();
    const [code = "", lines = ""] = [blocks("ts", chapter)[index], blocks("sh", chapter)[index]];
    expect(lines.trim().split("\n").length).toBeLessThan(10);
    writeFileSync(join(folder, script), code.replace(/apiKey:|accessToken:/, `baseUrl: ${JSON.stringify(url)}, $&`));
    // The document of the first is upstream's, which no test reads: a copy of it, or what the lines need of it.
    writeFileSync(join(folder, "api.json"), JSON.stringify((await newest()) ?? campaigns));
    const here = lines.replace("--config campaign.yaml", "--config campaign.yaml --source api.json");
    const env = { ...process.env, INSTANTLY_API_KEY: "key-1", TRAIN_TOKEN: "key-1" };
    const { stdout } = await run("sh", ["-ec", here], { cwd: folder, env });
    expect(stdout.endsWith(want)).toBe(true);
    const config = { extends: join(root, "tsconfig.json"), include: ["*.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    expect(typeCheck(folder)).toBe("");
  });
});
