import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionName, isReserved, pascalCase } from "../../generator/model/identifiers.ts";
import { iteratorNames, type Model } from "../../generator/model/model.ts";
import { labelHeadline, memberName } from "../../generator/model/name-members.ts";
import { enumName } from "../../generator/model/read-enums.ts";

test.each([
  { text: "Custom IMAP/SMTP", want: "CustomImapSmtp" },
  { text: "ACC_FILTER_PAUSED", want: "AccFilterPaused" },
  { text: "sort_by", want: "SortBy" },
  { text: "in-progress", want: "InProgress" },
  { text: "providerCode", want: "ProviderCode" },
  { text: "SMTPServer", want: "SmtpServer" },
  { text: "AirMail", want: "AirMail" },
  { text: "v2Key", want: "V2Key" },
  { text: "+1", want: "Plus1" },
  { text: "don't know", want: "DontKnow" },
  { text: "größer als x²", want: "GrößerAlsX2" },
  { text: "日本 語", want: "日本語" },
  { text: "*/ alert(1) /*", want: "Alert1" },
  { text: "__proto__", want: "Proto" },
  { text: " - ", want: "" },
])("converts $text to Pascal case: $want", ({ text, want }) => {
  expect(pascalCase(text)).toBe(want);
});

test.each([
  { id: "getAccount", want: "getAccount" },
  { id: "GetAccount", want: "GetAccount" },
  { id: "get_account", want: "get_account" },
  { id: "get-account", want: "getAccount" },
  { id: "accounts.get", want: "accountsGet" },
  { id: "2fa-enable", want: "_2faEnable" },
  { id: "delete", want: "delete_" },
  { id: "then", want: "then_" },
  { id: "call", want: "call_" },
  { id: "paths", want: "paths_" },
])("names the function of operation $id $want", ({ id, want }) => {
  expect(functionName(id)).toBe(want);
});

test("reserves all exports of the templates", () => {
  const text = readFileSync("templates/index.ts", "utf8");
  const names = [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = ""]) => list.match(/(?!type\b)\b\w+/g) ?? []);
  expect(names).toEqual(expect.arrayContaining(["ApiError", "NonJsonBody", "Retry"]));
  expect(names.filter((name) => !isReserved(name))).toEqual([]);
});

/** Returns the exports of a client that do not depend on its document. */
function fixedExports(folder: string): string[] {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const model: Model = JSON.parse(text("model.json"));
  const fromDocument = new Set(
    [model.operations, model.enums, model.schemas]
      .flatMap((all) => all.map(({ name }) => name))
      .concat(
        [`${model.name}Client`, `create${model.name}Client`],
        model.operations.flatMap(iteratorNames),
        model.enums.flatMap(({ name }) => [`is${name}`, `label${name}`, `${name}Labels`]),
      ),
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !["fake.ts", "types.ts"].includes(name))
    .flatMap((name) => [
      ...[...text(name).matchAll(/^export (?:const|function|interface|type) (\w+)/gm)].map(([, found = ""]) => found),
      ...[...text(name).matchAll(/^export (?:type )?\{(.*)\}/gm)].flatMap(
        ([, list = ""]) => list.match(/(?!type\b)\b\w+/g) ?? [],
      ),
    ])
    .filter((name) => !fromDocument.has(name));
}

test.each(["generated", ...readdirSync("test/golden").map((name) => `test/golden/${name}`)])(
  "reserves all exports of %s that do not depend on its document",
  (folder) => {
    const names = fixedExports(folder);
    expect(names).toContain("operations");
    expect(names.filter((name) => !isReserved(name))).toEqual([]);
  },
);

test.each([
  { owner: "Account", segments: ["status"], want: "AccountStatus" },
  { owner: "Account", segments: ["warmup", "increment"], want: "AccountWarmupIncrement" },
  { owner: "EnableWarmupForAccounts", segments: ["filter", "filter"], want: "EnableWarmupForAccountsFilter" },
  { owner: "Filter", segments: ["filter"], want: "FilterFilter" },
  { owner: "AIAgent", segments: ["user_ID"], want: "AIAgentUserId" },
  { owner: "def-0", segments: ["kind"], want: "Def0Kind" },
  { owner: "2FA", segments: [], want: "_2Fa" },
])("names an enum at $segments of $owner $want", ({ owner, segments, want }) => {
  expect(enumName({ owner, segments })).toBe(want);
});

test.each([
  { label: "Active", want: "Active" },
  {
    label: "Temporarily paused for maintenance; will be automatically resumed shortly",
    want: "Temporarily paused for maintenance",
  },
  { label: "Basics (Tone and Length)", want: "Basics" },
  { label: "Draft - not yet active", want: "Draft" },
  { label: "Error: see the message", want: "Error" },
  { label: "One, two", want: "One" },
  { label: "Web.de", want: "Web" },
  { label: "Pre-warmed", want: "Pre-warmed" },
  { label: "12:30", want: "12:30" },
  { label: "(none)", want: "" },
])("shortens the label $label to $want", ({ label, want }) => {
  expect(labelHeadline(label)).toBe(want);
});

describe("names the member", () => {
  test.each([
    { value: 1, label: "Custom IMAP/SMTP", last: "provider_code", want: "CustomImapSmtp" },
    { value: "ACC_FILTER_PAUSED", label: "Paused", last: "filter", want: "AccFilterPaused" },
    { value: "0", label: "0", last: "increment", want: "Increment0" },
    { value: 4, label: "4", last: "increment", want: "Increment4" },
    { value: 1, label: undefined, last: "type", want: "Type1" },
    { value: -1, label: undefined, last: "status", want: "StatusMinus1" },
    { value: 1.5, label: undefined, last: "rate", want: "Rate1Point5" },
    { value: 7, label: "(none)", last: "status", want: "Status7" },
    { value: "", label: undefined, last: "sort_order", want: "SortOrder" },
    { value: "+1", label: undefined, last: "content", want: "Plus1" },
    { value: "-1", label: undefined, last: "content", want: "Content1" },
    { value: true, label: "The email is a catch-all", last: "catch_all", want: "TheEmailIsACatchAll" },
    { value: false, label: undefined, last: "catch_all", want: "False" },
    { value: 3, label: undefined, last: "2fa", want: "Value2fa3" },
  ])("$value with label $label at $last $want", ({ value, label, last, want }) => {
    expect(memberName(value, label, last)).toBe(want);
  });
});
