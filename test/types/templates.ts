import { expectTypeOf } from "vitest";
import type { Item } from "../../templates/paginate.js";
import type { Result, Success } from "../../templates/result.js";

/** What the compiler makes of the runtime's types for documents other than ours. */
interface Row {
  id: string;
}

export function items() {
  expectTypeOf<Item<Success<200, { items: Row[] }>>>().toEqualTypeOf<Row>();
  expectTypeOf<Item<Success<200, { items?: Row[] | null }>>>().toEqualTypeOf<Row>();
}

export function statuses() {
  interface Operation {
    parameters: object;
    responses: {
      "2XX": { content: { "application/json": Row } };
      204: { content?: never };
      default: { content: { "application/json": { message: string } } };
    };
  }
  type Answer = Result<Operation>;
  expectTypeOf<Answer["status"]>().toEqualTypeOf<"2XX" | 204 | "default" | "unexpected">();
  expectTypeOf<Extract<Answer, { status: "2XX" }>["ok"]>().toEqualTypeOf<true>();
  expectTypeOf<Extract<Answer, { status: 204 }>["data"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Extract<Answer, { status: "default" }>["ok"]>().toEqualTypeOf<boolean>();
}
