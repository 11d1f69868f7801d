import { expectTypeOf } from "vitest";
import { call } from "../compile/everything/runtime/call.js";
import { fakeAccounts } from "../golden/account/fake.js";
import {
  type Account,
  type AccountFilter,
  type AccountFilterLabels,
  type AccountProviderCode,
  AccountStatus,
  type AccountStatusLabels,
  type AccountWarmupIncrement,
  type AccountWarmupStatus,
  type BackgroundJob,
  type BackgroundJobEntityType,
  type BackgroundJobStatus,
  type BackgroundJobType,
  bind,
  createAccountClient,
  type DataOf,
  deleteAccount,
  getAccount,
  type getDailyAccountAnalytics,
  type InputOf,
  isAccountStatus,
  labelAccountStatus,
  listAccount,
  listAccountItems,
  type NonJsonBody,
  operations,
  patchAccount,
  pauseAccounts,
  testAccountVitals,
  unwrap,
} from "../golden/account/index.js";

/**
 * Expectations about the types of the client. `npm run typecheck` and the compile test check this file. The functions are
 * never called.
 */
const client = createAccountClient({ apiKey: "k" });
const path = { email: "jon@doe.com" };

export async function narrowing() {
  const result = await getAccount(client, { path });
  expectTypeOf(result.data).toEqualTypeOf<Account | undefined>();
  expectTypeOf(result.status).toEqualTypeOf<200 | 401 | 402 | 404 | 429 | "unexpected">();
  if (result.ok) {
    expectTypeOf(result.data).toEqualTypeOf<Account>();
    expectTypeOf(result.status).toEqualTypeOf<200>();
    expectTypeOf(result.error).toEqualTypeOf<undefined>();
  } else if (result.status === 404) {
    expectTypeOf(result.error).toEqualTypeOf<{ error: "Not Found"; message: string; statusCode: 404 }>();
    expectTypeOf(result.data).toEqualTypeOf<undefined>();
  } else if (result.status === "unexpected") {
    expectTypeOf(result.error).toEqualTypeOf<unknown>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
  } else {
    expectTypeOf(result.status).toEqualTypeOf<401 | 402 | 429>();
  }
}

export async function destructuring() {
  const { data, error, response } = await getAccount(client, { path });
  expectTypeOf(data).toEqualTypeOf<Account | undefined>();
  expectTypeOf(response).toEqualTypeOf<Response>();
  expectTypeOf(error).toEqualTypeOf<unknown>();
}

export async function unwrapping() {
  expectTypeOf(await unwrap(getAccount(client, { path }))).toEqualTypeOf<Account>();
  expectTypeOf(await unwrap(await deleteAccount(client, { path }))).toEqualTypeOf<Account>();
  for await (const account of listAccountItems(client)) {
    expectTypeOf(account).toExtend<Account>();
    expectTypeOf(account.tags?.[0]?.label).toEqualTypeOf<string | undefined>();
  }
}

export function inputsAndData() {
  expectTypeOf<InputOf<typeof patchAccount>["path"]>().toEqualTypeOf<{ email: string }>();
  expectTypeOf<InputOf<typeof patchAccount>["body"]["first_name"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<InputOf<typeof listAccount>["query"]["limit"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<DataOf<typeof getAccount>>().toEqualTypeOf<Account>();
  expectTypeOf<DataOf<typeof getDailyAccountAnalytics>[number]["sent"]>().toEqualTypeOf<number>();
  expectTypeOf<InputOf<typeof client>>().toBeNever();
}

export function inputGroups() {
  listAccount(client);
  listAccount(client, {});
  listAccount(client, { query: { status: AccountStatus.Paused, limit: 10 } });
  testAccountVitals(client);
  testAccountVitals(client, { body: { accounts: ["a"] } });
  patchAccount(client, { path });
  patchAccount(client, { path, body: { first_name: "Jon", daily_limit: null } });
  // @ts-expect-error the path is required
  getAccount(client);
  // @ts-expect-error the path is required
  getAccount(client, {});
  // @ts-expect-error the body is required
  pauseAccounts(client, {});
  // @ts-expect-error a GET has no body
  getAccount(client, { path, body: {} });
  // @ts-expect-error a DELETE has no body
  deleteAccount(client, { path, body: null });
  // @ts-expect-error the operation has no such parameter
  listAccount(client, { query: { state: 1 } });
  // @ts-expect-error the enum has no such value
  listAccount(client, { query: { status: 7 } });
  // @ts-expect-error a required group is also required in the dotted style
  bind(client, operations).getAccount();
  bind(client, operations).listAccount();
}

export function callArguments() {
  call(client, "getAccount", "GET", "/api/v2/accounts/{email}", [200, 404], { path });
  // @ts-expect-error the path has no GET
  call(client, "getAccount", "GET", "/api/v2/accounts/move", [200], { path });
  // @ts-expect-error the API has no such path
  call(client, "getAccount", "GET", "/api/v2/account", [200], { path });
  // @ts-expect-error the operation does not document the status
  call(client, "getAccount", "GET", "/api/v2/accounts/{email}", [418], { path });
}

export function faking() {
  fakeAccounts({ moveAccounts: { status: 200, data: { status: "success" } } });
  // @ts-expect-error the API has no such operation
  fakeAccounts({ getAccounts: { status: 200, data: {} } });
  // @ts-expect-error the operation does not document the status
  fakeAccounts({ moveAccounts: { status: 201, data: { status: "success" } } });
  // @ts-expect-error the body belongs to another status
  fakeAccounts({ moveAccounts: { status: 404, data: { status: "success" } } });
  // @ts-expect-error the body does not have this value
  fakeAccounts({ moveAccounts: { status: 200, data: { status: "moved" } } });
  fakeAccounts({
    getAccount: ({ path }) => {
      expectTypeOf(path.email).toEqualTypeOf<string>();
      return new Response();
    },
  });
}

export function dotted() {
  const accounts = bind(client, operations);
  expectTypeOf(accounts.getAccount).returns.toEqualTypeOf<ReturnType<typeof getAccount>>();
  expectTypeOf(accounts).toHaveProperty("moveAccounts");
}

export function enums() {
  expectTypeOf<AccountStatus>().toEqualTypeOf<NonNullable<Account["status"]>>();
  expectTypeOf<AccountWarmupStatus>().toEqualTypeOf<Account["warmup_status"]>();
  expectTypeOf<AccountProviderCode>().toEqualTypeOf<Account["provider_code"]>();
  expectTypeOf<AccountWarmupIncrement>().toEqualTypeOf<NonNullable<NonNullable<Account["warmup"]>["increment"]>>();
  expectTypeOf<BackgroundJobType>().toEqualTypeOf<BackgroundJob["type"]>();
  expectTypeOf<BackgroundJobStatus>().toEqualTypeOf<BackgroundJob["status"]>();
  expectTypeOf<BackgroundJobEntityType>().toEqualTypeOf<NonNullable<BackgroundJob["entity_type"]>>();
  type Query = NonNullable<NonNullable<Parameters<typeof listAccount>[1]>["query"]>;
  expectTypeOf<AccountFilter>().toEqualTypeOf<NonNullable<Query["filter"]>>();
  expectTypeOf<keyof typeof AccountStatusLabels>().toEqualTypeOf<AccountStatus>();
  expectTypeOf<keyof typeof AccountFilterLabels>().toEqualTypeOf<AccountFilter>();
  expectTypeOf(labelAccountStatus).parameter(0).toEqualTypeOf<number | null | undefined>();
  const value: unknown = 1;
  if (isAccountStatus(value)) expectTypeOf(value).toEqualTypeOf<AccountStatus>();
}

export function descriptors() {
  expectTypeOf(operations.getAccount.method).toEqualTypeOf<"GET">();
  expectTypeOf(operations.getAccount.path).toEqualTypeOf<"/api/v2/accounts/{email}">();
  expectTypeOf<NonJsonBody>().toEqualTypeOf<{ readonly text: string }>();
}
