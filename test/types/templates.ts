import { expectTypeOf } from "vitest";
import type { Item } from "../../templates/paginate.js";
import type { Result, Success } from "../../templates/result.js";

/** Expectations about the types of the runtime for other documents. */
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
  type OperationResult = Result<Operation>;
  expectTypeOf<OperationResult["status"]>().toEqualTypeOf<"2XX" | 204 | "default" | "unexpected">();
  expectTypeOf<Extract<OperationResult, { status: "2XX" }>["ok"]>().toEqualTypeOf<true>();
  expectTypeOf<Extract<OperationResult, { status: 204 }>["data"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Extract<OperationResult, { status: "default" }>["ok"]>().toEqualTypeOf<boolean>();
}
