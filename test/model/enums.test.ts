import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/document/json.ts";
import { normalize } from "../../generator/document/normalize/normalize.ts";
import type { OpenApiDocument } from "../../generator/document/openapi-types.ts";
import { readNames } from "../../generator/model/read-names.ts";
import { document, json, operation } from "../helpers/document.ts";

const options = { name: "Test", enumNames: {}, enumMembers: {} };
const read = (given: OpenApiDocument, overrides: Partial<typeof options> = {}) =>
  readNames(normalize(given), { ...options, ...overrides });

/** Returns enums as `Name: Member=value …`. */
const summary = (given: OpenApiDocument, overrides?: Partial<typeof options>): string[] =>
  read(given, overrides).names.enums.map(
    ({ name, members }) => `${name}: ${members.map((member) => `${member.name}=${member.value}`).join(" ")}`,
  );

const labeled = (labels: Record<string, string>, rest: JsonObject = {}): JsonObject => ({
  enum: Object.keys(labels).map((key) => (/^-?\d+$/.test(key) ? Number(key) : key)),
  "x-enumDescriptions": labels,
  ...rest,
});
const onOff = labeled({ 0: "Off", 1: "On" });
const plain = { type: "string", enum: ["asc", "desc"] };

const component = (schemas: JsonObject) =>
  document(
    {
      "/a": {
        get: operation("getA", {
          responses: {
            200: json({ anyOf: Object.keys(schemas).map((key) => ({ $ref: `#/components/schemas/${key}` })) }),
          },
        }),
      },
    },
    { components: { schemas } },
  );
const properties = (props: JsonObject) => component({ Thing: { type: "object", properties: props } });
const query = (name: string, schema: JsonObject): JsonObject => ({ name, in: "query", schema });

describe("finds enums:", () => {
  test.each<{ name: string; given: JsonObject; want: string[] }>([
    { name: "two labeled numbers", given: { state: onOff }, want: ["ThingState: Off=0 On=1"] },
    {
      name: "negative numbers",
      given: { state: labeled({ "-1": "Bad", 1: "Good" }) },
      want: ["ThingState: Good=1 Bad=-1"],
    },
    {
      name: "strings, named by value",
      given: { state: labeled({ "in-use": "Being used", free: "Free" }) },
      want: ["ThingState: InUse=in-use Free=free"],
    },
    { name: "strings without labels", given: { state: { enum: ["a", "b"] } }, want: ["ThingState: A=a B=b"] },
    {
      name: "numbers without labels",
      given: { state: { enum: [1, -1] } },
      want: ["ThingState: State1=1 StateMinus1=-1"],
    },
    {
      name: "labeled booleans",
      given: { ok: { enum: [true, false], "x-enumDescriptions": { true: "Yes", false: "No" } } },
      want: ["ThingOk: Yes=true No=false"],
    },
    { name: "not plain booleans", given: { ok: { enum: [true, false] } }, want: [] },
    { name: "not a single value", given: { kind: { enum: ["a"] } }, want: [] },
    { name: "not a value and null", given: { kind: { enum: ["a", null] } }, want: [] },
    {
      name: "without null",
      given: { state: { enum: ["a", "b", null], "x-enumDescriptions": { a: "A", b: "B", null: "None" } } },
      want: ["ThingState: A=a B=b"],
    },
    {
      name: "in items, maps and unions, which add no segment to the name",
      given: { list: { type: "array", items: { additionalProperties: { anyOf: [onOff, { type: "null" }] } } } },
      want: ["ThingList: Off=0 On=1"],
    },
    {
      name: "values of two types",
      given: { kind: { enum: ["LIST", 1], "x-enumDescriptions": { 1: "List" } } },
      want: ["ThingKind: List=LIST List1=1"],
    },
    {
      name: "numbers with the same label",
      given: { kind: labeled({ 1: "Old", 2: "Old", 3: "New" }) },
      want: ["ThingKind: Old1=1 Old2=2 New=3"],
    },
  ])("$name", ({ given, want }) => {
    expect(summary(properties(given))).toEqual(want);
  });

  test("not in error responses", () => {
    const given = document({
      "/a": {
        get: operation("getA", {
          responses: { 200: json(plain), 400: json({ enum: ["x", "y"] }), default: json({ enum: ["v", "w"] }) },
        }),
      },
    });
    expect(summary(given)).toEqual(["GetA: Asc=asc Desc=desc"]);
  });

  test("in a `default` response if no success is documented", () => {
    const given = document({ "/a": { get: operation("getA", { responses: { default: json(plain) } }) } });
    expect(summary(given)).toEqual(["GetA: Asc=asc Desc=desc"]);
  });

  test("in response headers, named by the header", () => {
    const Order = { description: "Order", headers: { "x-sort-order": { $ref: "#/components/headers/Order" } } };
    const given = document(
      { "/a": { get: operation("getA", { responses: { 200: Order } }) } },
      { components: { headers: { Order: { schema: plain } } } },
    );
    expect(summary(given)).toEqual(["GetAXSortOrder: Asc=asc Desc=desc"]);
    expect(read(given).names.enums[0]?.sites).toEqual([{ in: "response header", of: "getA", path: "x-sort-order" }]);
  });

  test.each(["contains", "items", "propertyNames", "unevaluatedItems", "unevaluatedProperties"])(
    "below `%s`, which adds no segment to the name",
    (keyword) => {
      expect(summary(properties({ sort: { [keyword]: plain } }))).toEqual(["ThingSort: Asc=asc Desc=desc"]);
    },
  );
});

describe("reads labels from", () => {
  test.each<{ name: string; given: JsonObject; want: string[] }>([
    {
      name: "x-enumDescriptions, a map",
      given: { "x-enumDescriptions": { 1: "One ", 2: " Two" } },
      want: ["One", "Two"],
    },
    { name: "x-enum-descriptions, an array", given: { "x-enum-descriptions": ["One", "Two"] }, want: ["One", "Two"] },
    { name: "x-enumNames, an array", given: { "x-enumNames": ["One", "Two"] }, want: ["One", "Two"] },
    { name: "x-enum-varnames, an array", given: { "x-enum-varnames": ["One", "Two"] }, want: ["One", "Two"] },
    {
      name: "the first of several keywords",
      given: { "x-enumNames": ["No", "No"], "x-enumDescriptions": { 1: "One", 2: "Two" } },
      want: ["One", "Two"],
    },
  ])("$name", ({ given, want }) => {
    expect(
      read(properties({ n: { enum: [1, 2], ...given } })).names.enums[0]?.members.map(({ label }) => label),
    ).toEqual(want);
  });

  test("keywords with names, which also name the members", () => {
    const names = (given: JsonObject): string[] => summary(properties({ n: given }));
    const table: { given: JsonObject; want: string }[] = [
      { given: { enum: [1, 2], "x-enum-varnames": ["ONE_MORE", "two"] }, want: "OneMore=1 Two=2" },
      { given: { enum: ["a", "b"], "x-enumNames": ["HTTPError", "Second b (new)"] }, want: "HTTPError=a SecondB=b" },
      { given: { enum: [1, 2], "x-enum-varnames": { 2: "Two" } }, want: "N1=1 Two=2" },
      // Labels in other keywords do not name members.
      {
        given: { enum: [1, 2], "x-enum-varnames": ["A", "B"], "x-enumDescriptions": { 1: "First", 2: "Second" } },
        want: "A=1 B=2",
      },
      // A name of two values is not used.
      { given: { enum: ["a", "b", "c"], "x-enum-varnames": ["X", "X", "Y"] }, want: "A=a B=b Y=c" },
      { given: { enum: ["a", "b"], "x-enum-varnames": ["1", ""] }, want: "A=a B=b" },
    ];
    for (const { given, want } of table) expect(names(given)).toEqual([`ThingN: ${want}`]);
  });

  test("an array parallel to `enum`, including null", () => {
    const given = properties({ n: { enum: [null, "a", "b"], "x-enumNames": ["None", "First", "Second"] } });
    expect(read(given).names.enums[0]?.members.map(({ label }) => label)).toEqual(["First", "Second"]);
  });

  test("keywords with missing and unused labels, and warns about them", () => {
    const given = properties({
      n: { enum: [1, 2, null], "x-enumDescriptions": { 1: "One", 3: "Three", null: "None" } },
    });
    expect(read(given).warnings).toEqual([
      { code: "LABEL_MISSING", where: "#/components/schemas/Thing/properties/n/enum", what: "2 has no label" },
      {
        code: "LABEL_UNUSED",
        where: "#/components/schemas/Thing/properties/n",
        what: 'the label for "3" matches no value of the enum',
      },
    ]);
  });
});

test("warns about the labels of every site", () => {
  const stray = { enum: [1, 2], "x-enumDescriptions": { 3: "Three" } };
  const given = properties({
    a: stray,
    b: { ...onOff, "x-enumDescriptions": { 0: "Off", 1: "On", 9: "Z" } },
    c: onOff,
  });
  expect(read(given).warnings.map(({ code, where }) => `${code} ${where.split("/properties/")[1]}`)).toEqual([
    "LABEL_MISSING a/enum",
    "LABEL_MISSING a/enum",
    "LABEL_UNUSED a",
    "LABEL_UNUSED b",
  ]);
});

describe("merges enums:", () => {
  const twoLists = (first: JsonObject, second: JsonObject, names: [string, string] = ["order", "order"]) =>
    document({
      "/a": { get: operation("listA", { parameters: [query(names[0], first)] }) },
      "/b": { get: operation("listB", { parameters: [query(names[1], second)] }) },
    });
  test.each<{ name: string; given: OpenApiDocument; want: string[] }>([
    {
      name: "with equal values and labels, whatever their names",
      given: twoLists(onOff, onOff, ["x", "y"]),
      want: ["ListAX: Off=0 On=1"],
    },
    {
      name: "regardless of the order of values and of spaces around labels",
      given: twoLists(onOff, { enum: [1, 0], "x-enumDescriptions": { 0: "Off ", 1: "On" } }),
      want: ["ListAOrder: Off=0 On=1"],
    },
    {
      name: "not with different labels",
      given: twoLists(onOff, labeled({ 0: "No", 1: "Yes" })),
      want: ["ListAOrder: Off=0 On=1", "ListBOrder: No=0 Yes=1"],
    },
    {
      name: "without labels, with equal values and names",
      given: twoLists(plain, plain),
      want: ["ListAOrder: Asc=asc Desc=desc"],
    },
    {
      name: "not without labels and with different names",
      given: twoLists(plain, plain, ["x", "y"]),
      want: ["ListAX: Asc=asc Desc=desc", "ListBY: Asc=asc Desc=desc"],
    },
    {
      name: "one without labels with a labeled one of the same name",
      given: twoLists(onOff, { enum: [0, 1] }),
      want: ["ListAOrder: Off=0 On=1"],
    },
    {
      name: "not one without labels with a labeled one of another name",
      given: twoLists(onOff, { enum: [0, 1] }, ["x", "y"]),
      want: ["ListAX: Off=0 On=1", "ListBY: Y0=0 Y1=1"],
    },
    {
      name: "nullable and not nullable",
      given: twoLists(plain, { enum: ["asc", "desc", null] }),
      want: ["ListAOrder: Asc=asc Desc=desc"],
    },
    {
      name: 'not 1 with "1"',
      given: twoLists({ enum: [1, 2] }, { enum: ["1", "2"] }),
      want: ["ListAOrder: Order1=1 Order2=2", "ListBOrder: Order1=1 Order2=2"],
    },
  ])("$name", ({ given, want }) => {
    expect(summary(given)).toEqual(want);
  });

  test("not one without labels if two labeled ones have its name", () => {
    const given = component({
      A: { type: "object", properties: { state: onOff } },
      B: { type: "object", properties: { state: labeled({ 0: "No", 1: "Yes" }) } },
      C: { type: "object", properties: { state: { enum: [0, 1] } } },
    });
    expect(summary(given)).toEqual(["AState: Off=0 On=1", "BState: No=0 Yes=1", "CState: State0=0 State1=1"]);
  });
});

describe("names an enum by its first site:", () => {
  const everywhere = document(
    {
      "/long/path": { post: operation("makeLong", { requestBody: json({ properties: { s: onOff } }) }) },
      "/b": {
        get: operation("listB", {
          parameters: [query("s", onOff)],
          responses: { 200: json({ properties: { s: onOff } }) },
        }),
      },
      "/a": {
        get: operation("listA", {
          parameters: [query("s", onOff)],
          responses: { 200: json({ $ref: "#/components/schemas/Deep" }) },
        }),
      },
    },
    { components: { schemas: { Deep: { properties: { deep: { properties: { s: onOff } } } } } } },
  );
  const without = (...keys: string[]): OpenApiDocument =>
    JSON.parse(JSON.stringify(everywhere, (key, value) => (keys.includes(key) ? undefined : value)));
  test.each([
    { name: "component schemas first, however deep", given: everywhere, want: "DeepDeepS" },
    { name: "then request bodies", given: without("components", "responses"), want: "MakeLongS" },
    { name: "then parameters, by path", given: without("components", "responses", "requestBody"), want: "ListAS" },
  ])("$name", ({ given, want }) => {
    const paths =
      given.components === undefined
        ? JSON.parse(JSON.stringify(given).replaceAll('"$ref":"#/components/schemas/Deep"', '"type":"object"'))
        : given;
    expect(read(paths).names.enums.map(({ name }) => name)).toEqual([want]);
  });

  test("fewer segments first, and lists every site", () => {
    const given = document({
      "/a": { post: operation("makeA", { requestBody: json({ properties: { deep: { properties: { s: onOff } } } }) }) },
      "/b": { post: operation("makeB", { requestBody: json({ properties: { s: onOff } }) }) },
    });
    expect(read(given).names.enums).toMatchObject([
      {
        name: "MakeBS",
        sites: [
          { in: "body", of: "makeB", path: "s" },
          { in: "body", of: "makeA", path: "deep.s" },
        ],
      },
    ]);
  });

  test("the shorter path first", () => {
    const body = json({ properties: { filter: { properties: { filter: plain } } } });
    const given = document({
      "/warmup/disable": { post: operation("disableWarmup", { requestBody: body }) },
      "/warmup/enable": { post: operation("enableWarmup", { requestBody: body }) },
    });
    expect(summary(given)).toEqual(["EnableWarmupFilter: Asc=asc Desc=desc"]);
  });

  test("the next site if the name is taken, then a number", () => {
    const union = { anyOf: [onOff, labeled({ 0: "No", 1: "Yes" }), labeled({ 0: "Left", 1: "Right" })] };
    const given = document(
      {
        "/a": {
          get: operation("listA", {
            parameters: [query("s", labeled({ 0: "No", 1: "Yes" }))],
            responses: { 200: json({ $ref: "#/components/schemas/T" }) },
          }),
        },
      },
      { components: { schemas: { T: { properties: { s: union } } } } },
    );
    expect(summary(given)).toEqual(["ListAS: No=0 Yes=1", "TS: Off=0 On=1", "TS2: Left=0 Right=1"]);
  });
});

describe("name overrides", () => {
  const given = document({
    "/a": { post: operation("makeA", { requestBody: json({ properties: { state: onOff } }) }) },
    "/b": { get: operation("listB", { parameters: [query("state", onOff)] }) },
  });
  test.each([
    { name: "rename an enum", overrides: { enumNames: { MakeAState: "State" } }, want: ["State: Off=0 On=1"] },
    {
      name: "apply by the derived name of any site",
      overrides: { enumNames: { ListBState: "State" } },
      want: ["State: Off=0 On=1"],
    },
    {
      name: "rename a member",
      overrides: { enumMembers: { MakeAState: { 0: "Down" } } },
      want: ["MakeAState: Down=0 On=1"],
    },
    {
      name: "of members use the overridden name of the enum",
      overrides: { enumNames: { MakeAState: "State" }, enumMembers: { State: { 1: "Up" } } },
      want: ["State: Off=0 Up=1"],
    },
  ])("$name", ({ overrides, want }) => {
    expect(summary(given, overrides)).toEqual(want);
    expect(read(given, overrides).warnings).toEqual([]);
  });

  test("take precedence over derived names", () => {
    const yesNo = labeled({ 0: "No", 1: "Yes" });
    const two = document(
      {
        "/a": {
          get: operation("listA", {
            parameters: [query("s", yesNo)],
            responses: { 200: json({ $ref: "#/components/schemas/T" }) },
          }),
        },
      },
      { components: { schemas: { T: { properties: { s: { anyOf: [onOff, yesNo] } } } } } },
    );
    expect(summary(two)).toEqual(["ListAS: No=0 Yes=1", "TS: Off=0 On=1"]);
    expect(summary(two, { enumNames: { ListAS: "TS" } })).toEqual(["TS: No=0 Yes=1", "TS2: Off=0 On=1"]);
  });

  test("can swap names", () => {
    const two = properties({ a: onOff, b: plain });
    const overrides = {
      enumNames: { ThingA: "ThingB", ThingB: "ThingA" },
      enumMembers: { ThingB: { 0: "On", 1: "Off" } },
    };
    expect(summary(two, overrides)).toEqual(["ThingA: Asc=asc Desc=desc", "ThingB: On=0 Off=1"]);
  });

  test("of one of two values with the same label keep the number of the other", () => {
    const twins = properties({ kind: labeled({ 1: "Old", 2: "Old" }) });
    expect(summary(twins, { enumMembers: { ThingKind: { 1: "Old" } } })).toEqual(["ThingKind: Old=1 Old2=2"]);
  });

  test("that match nothing cause warnings", () => {
    const overrides = {
      enumNames: { Gone: "X" },
      enumMembers: { MakeAState: { 7: "Seven" }, Lost: { 1: "One" }, constructor: { 1: "One" } },
    };
    expect(read(given, overrides).warnings.map(({ code, where }) => `${code} ${where}`)).toEqual([
      "OVERRIDE_UNUSED enumNames/Gone",
      "OVERRIDE_UNUSED enumMembers/MakeAState/7",
      "OVERRIDE_UNUSED enumMembers/Lost/1",
      "OVERRIDE_UNUSED enumMembers/constructor/1",
    ]);
  });
});

describe("rejects names:", () => {
  test.each<{ name: string; given: OpenApiDocument; overrides?: Partial<typeof options>; want: string }>([
    {
      name: "of strings that differ only in punctuation",
      given: properties({ op: { enum: [">=", "<="] } }),
      want: 'error[MEMBER_COLLISION] at #/components/schemas/Thing/properties/op/enum: two values of ThingOp have the same name Op. Rename one of them in the config: {"enumMembers":{"ThingOp":{"<=":"Op2"}}}.',
    },
    {
      name: "an override that is not an identifier",
      given: properties({ state: onOff }),
      overrides: { enumNames: { ThingState: "a b" } },
      want: "error[CONFIG_INVALID] at enumNames",
    },
    {
      name: "an override that is reserved",
      given: properties({ state: onOff }),
      overrides: { enumNames: { ThingState: "Result" } },
      want: "error[CONFIG_INVALID] at enumNames",
    },
    {
      name: "the same override for two enums",
      given: properties({ a: onOff, b: plain }),
      overrides: { enumNames: { ThingA: "X", ThingB: "X" } },
      want: "error[NAME_COLLISION]",
    },
    {
      name: "an override with the name of another enum",
      given: properties({ a: onOff, b: plain }),
      overrides: { enumNames: { ThingB: "ThingA" } },
      want: 'error[NAME_COLLISION] at enumNames/ThingB: another enum is already named ThingA. Choose another name, or rename the other enum too: {"enumNames":{"ThingA":"ThingA2"}}.',
    },
    {
      name: "an override with the name of another member",
      given: properties({ code: labeled({ 8: "AirMail", 11: "AirMail instant" }) }),
      overrides: { enumMembers: { ThingCode: { 11: "AirMail" } } },
      want: 'error[MEMBER_COLLISION] at #/components/schemas/Thing/properties/code/enum: two values of ThingCode have the same name AirMail. Rename one of them in the config: {"enumMembers":{"ThingCode":{"8":"AirMail2"}}}.',
    },
    {
      name: "an override with the numbered name of another member",
      given: properties({ kind: labeled({ 1: "Old", 2: "Old", 3: "New" }) }),
      overrides: { enumMembers: { ThingKind: { 3: "Old1" } } },
      want: '{"enumMembers":{"ThingKind":{"1":"Old12"}}}',
    },
  ])("$name", ({ given, overrides, want }) => {
    expect(() => read(given, overrides)).toThrow(want);
  });

  test("warns about a long name and suggests an override", () => {
    const given = properties({
      n: labeled({ 1: "Campaign is currently not within its sending schedule", 2: "Short" }),
    });
    expect(read(given).warnings).toMatchObject([
      { code: "MEMBER_LONG", what: expect.stringContaining('{"enumMembers":{"ThingN":{"1":"…"}}}') },
    ]);
  });
});
