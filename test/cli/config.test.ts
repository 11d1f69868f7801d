import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, snapshot } from "../helpers/project.ts";

describe("the config", () => {
  test.each([
    { name: "JSON", file: "c.json", content: '{ "name": "Mail", "enumNames": { "AccountStatus": "MailStatus" } }' },
    { name: "YAML", file: "c.yaml", content: "name: Mail\nenumNames: { AccountStatus: MailStatus }\n" },
  ])("as $name names the client and its enums", async ({ file, content }) => {
    const { folder, generate, files } = project();
    writeFileSync(join(folder, file), content);
    expect((await generate("--offline", "--config", file)).code).toBe(0);
    expect(files()["generated/client.ts"]).toContain(
      "export function createMailClient(options: ClientOptions): MailClient {",
    );
    expect(files()["generated/enums.ts"]).toContain("export const MailStatus = {");
    // Pins that are given take the place of the default ones.
    expect(files()["generated/enums.ts"]).toContain("export const EnableWarmupForAccountsFilter = {");
  });

  test("may give a base address, links to documentation, and other places for the files", async () => {
    const { folder, generate } = project();
    const config = {
      baseUrl: "https://proxy.test/api",
      docsUrl: "https://docs.test/{tag}/{operationId}",
      snapshot: "here/mail.json",
      output: "here/client",
    };
    writeFileSync(join(folder, "c.json"), JSON.stringify(config));
    expect((await generate("--source", snapshot, "--config", "c.json")).stdout).toContain(
      "wrote here/mail.json, here/mail.lock.json, here/client/client.ts",
    );
    const text = (name: string) => readFileSync(join(folder, "here/client", name), "utf8");
    expect(text("client.ts")).toContain('createClient("https://proxy.test/api", options)');
    expect(text("operations.ts")).toContain(" * @see https://docs.test/Account/getAccount\n");
    expect(text("operations.ts")).toContain("// Generated from here/mail.json.");
  });

  test("with another selection is a warning where it takes the place of the old one", async () => {
    const { folder, generate } = project();
    const config = { include: { paths: ["/api/v2/accounts/**"], tags: ["Account"] } };
    writeFileSync(join(folder, "c.json"), JSON.stringify(config));
    const args = ["--offline", "--config", "c.json"];
    expect((await generate(...args)).stderr).toContain(
      'warning[SELECTION_CHANGED] at spec/api_v2.account.json: the previous snapshot selected {"paths":["/api/v2/accounts","/api/v2/accounts/**"]};',
    );
  });

  test("of a second client in the first one's folder is a warning as well", async () => {
    const { folder, generate } = project();
    writeFileSync(join(folder, "c.json"), JSON.stringify({ name: "Mail", snapshot: "spec/mail.json" }));
    expect((await generate("--source", snapshot, "--config", "c.json")).stderr).toContain(
      "warning[SELECTION_CHANGED] at generated: the previous client was generated from spec/api_v2.account.json;",
    );
  });

  test("of a second client, beside the first one, touches none of its files", async () => {
    const { folder, generate, files } = project();
    const before = files();
    const second = { name: "Mail", include: { paths: ["/**"] }, enumNames: {}, output: "generated-mail" };
    writeFileSync(join(folder, "c.json"), JSON.stringify({ ...second, snapshot: "spec/api_v2.mail.json" }));
    const { stdout, stderr } = await generate("--source", snapshot, "--config", "c.json");
    expect(stdout).toContain("wrote spec/api_v2.mail.json, spec/api_v2.mail.lock.json, generated-mail/client.ts");
    expect(stderr).not.toContain("warning");
    expect(files()).toMatchObject(before);
    for (const args of [[], ["--config", "c.json"]])
      expect(await generate("--check", "--offline", ...args)).toMatchObject({ code: 0, stdout: "up to date\n" });
  });

  test.each(["spec/api_v2.json", "./spec/api_v2.json", "spec/api_v2.lock.json"])(
    "cannot have %s for a snapshot, whose lock would be in the way",
    async (place) => {
      const { folder, generate, files } = project();
      const before = files();
      writeFileSync(join(folder, "c.json"), JSON.stringify({ snapshot: place }));
      expect(await generate("--offline", "--config", "c.json")).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("error[CONFIG_INVALID] at c.json#/snapshot: `snapshot` must have another name"),
      });
      expect(files()).toEqual(before);
    },
  );

  test("with a pin that matches nothing is a warning", async () => {
    const { folder, generate } = project();
    writeFileSync(
      join(folder, "c.json"),
      JSON.stringify({ enumNames: { EnableWarmupForAccountsFilter: "AccountFilter", Gone: "X" } }),
    );
    expect(await generate("--offline", "--config", "c.json")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("warning[OVERRIDE_UNUSED] at enumNames/Gone: "),
    });
  });
});

test("--help says what there is", async () => {
  const { code, stdout, stderr } = await project().generate("--help");
  expect([code, stderr]).toEqual([0, ""]);
  for (const option of ["--source", "--offline", "--check", "--accept-shrink", "--out", "--config"])
    expect(stdout).toContain(option);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});
