import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/document/json.ts";
import { document, json, operation } from "../helpers/document.ts";
import { callEach } from "./calls.ts";
import { type Module, make, place } from "./client.ts";

const order = { type: "object", properties: { count: { type: "integer", example: 3 } } };
const list = { name: "tags", in: "query", schema: { type: "array", items: { type: "string" }, example: ["a", "b"] } };
const id = { name: "id", in: "path", required: true, schema: { type: "string", example: "a/b" } };

/** A document with one operation; each field may be another than the client was made from. */
const given = ({ path = "/a/{id}", method = "post", parameters = [id, list], ...rest }: Record<string, unknown> = {}) =>
  document({
    [path as string]: {
      [method as string]: operation("doA", {
        parameters: parameters as JsonObject[],
        requestBody: json(order),
        responses: { 201: json({ type: "string", example: "made" }) },
        ...(rest as JsonObject),
      }),
    },
  });

describe("calls are held to the document: a client of another one is found out", () => {
  let client: Module;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), "calls-"));
    const here = place(join(out, "clients"));
    here.put("a", await make(given()));
    client = await here.load("a");
    return () => rmSync(out, { recursive: true });
  });

  test("and a client of its own is not", async () => {
    expect(await callEach(given(), client)).toEqual({ called: 1, problems: [] });
  });

  test.each<{ other: string; fields: Record<string, unknown>; want: string }>([
    { other: "a method", fields: { method: "put" }, want: "throws" },
    { other: "a path", fields: { path: "/b/{id}" }, want: "throws" },
    { other: "an operation id", fields: { operationId: "makeA" }, want: "throws" },
    { other: "a style", fields: { parameters: [id, { ...list, explode: false }] }, want: "query" },
    { other: "a place", fields: { parameters: [id, { ...list, in: "header" }] }, want: "header tags" },
    {
      other: "a media type",
      fields: { requestBody: { content: { "text/plain": { example: "a" } } } },
      want: "media type",
    },
    { other: "a status", fields: { responses: { 200: json({ type: "string", example: "made" }) } }, want: "gives" },
    { other: "an answer without a body", fields: { responses: { 201: { description: "Made" } } }, want: "gives" },
  ])("with $other", async ({ fields, want }) => {
    const { problems } = await callEach(given(fields), client);
    expect(problems.filter((problem) => problem.includes(`: ${want} `))).not.toEqual([]);
  });
});
