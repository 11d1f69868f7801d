import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { newestCopy } from "../helpers/spec-history.ts";

const root = join(import.meta.dirname, "../..");

/** The newest dated copy of upstream's document, where there are any. */
function newest(): string | undefined {
  const [copy] = newestCopy;
  return copy === undefined ? undefined : gunzipSync(readFileSync(copy)).toString();
}

/** A document of four megabytes: the newest dated copy where there are any, else the snapshot with 4,000 other paths. */
export function large(): string {
  const copy = newest();
  if (copy !== undefined) return copy;
  const snapshot = JSON.parse(readFileSync(join(root, "spec/api_v2.account.json"), "utf8"));
  const [item] = Object.values<Record<string, { operationId: string }>>(snapshot.paths);
  for (let number = 0; number < 4000; number++) {
    const renamed = Object.entries(item ?? {}).map(([method, operation]) => [
      method,
      { ...operation, operationId: `${operation.operationId}${number}` },
    ]);
    snapshot.paths[`/api/v2/others/${number}`] = Object.fromEntries(renamed.slice(0, 1));
  }
  return JSON.stringify(snapshot);
}

/** A document all of which is of interest: the newest dated copy, or one as large as it. */
export const whole = (): string => newest() ?? synthetic(240);

const json = (schema: object) => ({ description: "A message.", content: { "application/json": { schema } } });
const text = { type: "string", description: "What it is called, as people say it." };

/** A document of so many operations, four to a resource: a paged list, one to read, one to make, one to change. */
export function synthetic(operations: number): string {
  const paths: Record<string, object> = {};
  const schemas: Record<string, object> = {};
  for (let number = 0; number < operations / 4; number++) {
    const name = `Thing${number}`;
    const thing = { $ref: `#/components/schemas/${name}` };
    const status = {
      type: "integer",
      enum: [1, 2, 3],
      "x-enumDescriptions": { 1: `Active ${number}`, 2: "Paused", 3: "Gone" },
    };
    const fields = Array.from({ length: 8 }, (_, index) => [`field_${index}`, text]);
    schemas[name] = {
      type: "object",
      title: name,
      required: ["id", "status"],
      properties: { id: text, status, made: { type: "string", format: "date-time" }, ...Object.fromEntries(fields) },
    };
    const page = { type: "object", properties: { items: { type: "array", items: thing }, next_starting_after: text } };
    const query = ["limit", "starting_after", "search"].map((name) => ({ in: "query", name, schema: text }));
    const id = [{ in: "path", name: "id", required: true, schema: { type: "string" } }];
    const operation = (verb: string, rest: object) => ({
      operationId: `${verb}${name}`,
      summary: `${verb} ${name}`,
      description: "Requires one of the following scopes: `things:read`, `all:all`",
      ...rest,
    });
    const wrong = json({ type: "object", properties: { error: text } });
    paths[`/things/${number}`] = {
      get: operation("list", { parameters: query, responses: { 200: json(page), 401: wrong } }),
      post: operation("create", { requestBody: json(thing), responses: { 200: json(thing), 400: wrong } }),
    };
    paths[`/things/${number}/{id}`] = {
      get: operation("get", { parameters: id, responses: { 200: json(thing), 404: wrong } }),
      patch: operation("patch", { parameters: id, requestBody: json(thing), responses: { 200: json(thing) } }),
    };
  }
  const info = { title: "Things", version: "1" };
  const servers = [{ url: "https://things.test" }];
  return JSON.stringify({ openapi: "3.1.0", info, servers, paths, components: { schemas } });
}
