import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/document/json.ts";
import { normalize } from "../../generator/document/normalize/normalize.ts";
import { readNames } from "../../generator/model/read-names.ts";
import { document, json, operation } from "../helpers/document.ts";

const choices = { name: "Test", enumNames: {}, enumMembers: {} };
const read = (given: JsonObject, pins: Partial<typeof choices> = {}) =>
  readNames(normalize(given), { ...choices, ...pins });

/** Enums as `Name: Member=value …`, which is short enough for a table. */
const summary = (given: JsonObject, pins?: Partial<typeof choices>): string[] =>
  read(given, pins).names.enums.map(
    ({ name, members }) => `${name}: ${members.map((member) => `${member.name}=${member.value}`).join(" ")}`,
  );

const labelled = (labels: Record<string, string>, rest: JsonObject = {}): JsonObject => ({
  enum: Object.keys(labels).map((key) => (/^-?\d+$/.test(key) ? Number(key) : key)),
  "x-enumDescriptions": labels,
  ...rest,
});
const onOff = labelled({ 0: "Off", 1: "On" });
const plain = { type: "string", enum: ["asc", "desc"] };

const component = (schemas: JsonObject): JsonObject =>
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
const properties = (props: JsonObject): JsonObject => component({ Thing: { type: "object", properties: props } });
const query = (name: string, schema: JsonObject): JsonObject => ({ name, in: "query", schema });

describe("what is an enum", () => {
  test.each<{ name: string; given: JsonObject; want: string[] }>([
    { name: "two labelled numbers", given: { state: onOff }, want: ["ThingState: Off=0 On=1"] },
    {
      name: "negative numbers",
      given: { state: labelled({ "-1": "Bad", 1: "Good" }) },
      want: ["ThingState: Good=1 Bad=-1"],
    },
    {
      name: "strings, named by value",
      given: { state: labelled({ "in-use": "Being used", free: "Free" }) },
      want: ["ThingState: InUse=in-use Free=free"],
    },
    { name: "strings without labels", given: { state: { enum: ["a", "b"] } }, want: ["ThingState: A=a B=b"] },
    {
      name: "numbers without labels",
      given: { state: { enum: [1, -1] } },
      want: ["ThingState: State1=1 StateMinus1=-1"],
    },
    {
      name: "labelled booleans",
      given: { ok: { enum: [true, false], "x-enumDescriptions": { true: "Yes", false: "No" } } },
      want: ["ThingOk: Yes=true No=false"],
    },
    { name: "not plain booleans", given: { ok: { enum: [true, false] } }, want: [] },
    { name: "not a single value", given: { kind: { enum: ["a"] } }, want: [] },
    { name: "not a value and null", given: { kind: { enum: ["a", null] } }, want: [] },
    {
      name: "null has no part",
      given: { state: { enum: ["a", "b", null], "x-enumDescriptions": { a: "A", b: "B", null: "None" } } },
      want: ["ThingState: A=a B=b"],
    },
    {
      name: "in items, maps and unions, without a segment",
      given: { list: { type: "array", items: { additionalProperties: { anyOf: [onOff, { type: "null" }] } } } },
      want: ["ThingList: Off=0 On=1"],
    },
    {
      name: "values of two kinds",
      given: { kind: { enum: ["LIST", 1], "x-enumDescriptions": { 1: "List" } } },
      want: ["ThingKind: List=LIST List1=1"],
    },
    {
      name: "numbers that share a label",
      given: { kind: labelled({ 1: "Old", 2: "Old", 3: "New" }) },
      want: ["ThingKind: Old1=1 Old2=2 New=3"],
    },
  ])("$name", ({ given, want }) => {
    expect(summary(properties(given))).toEqual(want);
  });

  test("not in the body of an error", () => {
    const given = document({
      "/a": {
        get: operation("getA", {
          responses: { 200: json(plain), 400: json({ enum: ["x", "y"] }), default: json({ enum: ["v", "w"] }) },
        }),
      },
    });
    expect(summary(given)).toEqual(["GetA: Asc=asc Desc=desc"]);
  });

  test("those in a `default` answer are, where no other succeeds", () => {
    const given = document({ "/a": { get: operation("getA", { responses: { default: json(plain) } }) } });
    expect(summary(given)).toEqual(["GetA: Asc=asc Desc=desc"]);
  });

  test("those in the headers of an answer have the header's name", () => {
    const Order = { description: "Order", headers: { "x-sort-order": { $ref: "#/components/headers/Order" } } };
    const given = document(
      { "/a": { get: operation("getA", { responses: { 200: Order } }) } },
      { components: { headers: { Order: { schema: plain } } } },
    );
    expect(summary(given)).toEqual(["GetAXSortOrder: Asc=asc Desc=desc"]);
    expect(read(given).names.enums[0]?.sites).toEqual([{ in: "response header", of: "getA", path: "x-sort-order" }]);
  });

  test.each(["contains", "items", "propertyNames", "unevaluatedItems", "unevaluatedProperties"])(
    "those below `%s` have the name of what holds them",
    (keyword) => {
      expect(summary(properties({ sort: { [keyword]: plain } }))).toEqual(["ThingSort: Asc=asc Desc=desc"]);
    },
  );
});

describe("where labels come from", () => {
  test.each<{ name: string; given: JsonObject; want: string[] }>([
    {
      name: "x-enumDescriptions, a map",
      given: { "x-enumDescriptions": { 1: "One ", 2: " Two" } },
      want: ["One", "Two"],
    },
    { name: "x-enum-descriptions, a list", given: { "x-enum-descriptions": ["One", "Two"] }, want: ["One", "Two"] },
    { name: "x-enumNames, a list", given: { "x-enumNames": ["One", "Two"] }, want: ["One", "Two"] },
    { name: "x-enum-varnames, a list", given: { "x-enum-varnames": ["One", "Two"] }, want: ["One", "Two"] },
    {
      name: "the first of several",
      given: { "x-enumNames": ["No", "No"], "x-enumDescriptions": { 1: "One", 2: "Two" } },
      want: ["One", "Two"],
    },
  ])("$name", ({ given, want }) => {
    expect(
      read(properties({ n: { enum: [1, 2], ...given } })).names.enums[0]?.members.map(({ label }) => label),
    ).toEqual(want);
  });

  test("names that the document has for its members are taken", () => {
    const names = (given: JsonObject): string[] => summary(properties({ n: given }));
    const table: { given: JsonObject; want: string }[] = [
      { given: { enum: [1, 2], "x-enum-varnames": ["ONE_MORE", "two"] }, want: "OneMore=1 Two=2" },
      { given: { enum: ["a", "b"], "x-enumNames": ["HTTPError", "Second b (new)"] }, want: "HTTPError=a SecondB=b" },
      { given: { enum: [1, 2], "x-enum-varnames": { 2: "Two" } }, want: "N1=1 Two=2" },
      // Other labels are for people: they are no names.
      {
        given: { enum: [1, 2], "x-enum-varnames": ["A", "B"], "x-enumDescriptions": { 1: "First", 2: "Second" } },
        want: "A=1 B=2",
      },
      // What names two values names none of them.
      { given: { enum: ["a", "b", "c"], "x-enum-varnames": ["X", "X", "Y"] }, want: "A=a B=b Y=c" },
      { given: { enum: ["a", "b"], "x-enum-varnames": ["1", ""] }, want: "A=a B=b" },
    ];
    for (const { given, want } of table) expect(names(given)).toEqual([`ThingN: ${want}`]);
  });

  test("a list goes by the places of `enum`, null included", () => {
    const given = properties({ n: { enum: [null, "a", "b"], "x-enumNames": ["None", "First", "Second"] } });
    expect(read(given).names.enums[0]?.members.map(({ label }) => label)).toEqual(["First", "Second"]);
  });

  test("what is missing or too much is a warning that says where", () => {
    const given = properties({
      n: { enum: [1, 2, null], "x-enumDescriptions": { 1: "One", 3: "Three", null: "None" } },
    });
    expect(read(given).warnings).toEqual([
      { code: "LABEL_MISSING", where: "#/components/schemas/Thing/properties/n/enum", what: "2 has no label" },
      {
        code: "LABEL_UNUSED",
        where: "#/components/schemas/Thing/properties/n",
        what: 'there is a label for "3", which the enum does not have',
      },
    ]);
  });
});

test("warnings are of every site, also where no label fits", () => {
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

describe("merging", () => {
  const twoLists = (first: JsonObject, second: JsonObject, names: [string, string] = ["order", "order"]) =>
    document({
      "/a": { get: operation("listA", { parameters: [query(names[0], first)] }) },
      "/b": { get: operation("listB", { parameters: [query(names[1], second)] }) },
    });
  test.each<{ name: string; given: JsonObject; want: string[] }>([
    {
      name: "equal values and labels are one, whatever they are called",
      given: twoLists(onOff, onOff, ["x", "y"]),
      want: ["ListAX: Off=0 On=1"],
    },
    {
      name: "the order of values does not matter, blanks around labels neither",
      given: twoLists(onOff, { enum: [1, 0], "x-enumDescriptions": { 0: "Off ", 1: "On" } }),
      want: ["ListAOrder: Off=0 On=1"],
    },
    {
      name: "other labels make another enum",
      given: twoLists(onOff, labelled({ 0: "No", 1: "Yes" })),
      want: ["ListAOrder: Off=0 On=1", "ListBOrder: No=0 Yes=1"],
    },
    {
      name: "unlabelled twins of one name are one",
      given: twoLists(plain, plain),
      want: ["ListAOrder: Asc=asc Desc=desc"],
    },
    {
      name: "unlabelled twins of two names are two",
      given: twoLists(plain, plain, ["x", "y"]),
      want: ["ListAX: Asc=asc Desc=desc", "ListBY: Asc=asc Desc=desc"],
    },
    {
      name: "an unlabelled twin joins the labelled enum of its name",
      given: twoLists(onOff, { enum: [0, 1] }),
      want: ["ListAOrder: Off=0 On=1"],
    },
    {
      name: "an unlabelled twin of another name does not",
      given: twoLists(onOff, { enum: [0, 1] }, ["x", "y"]),
      want: ["ListAX: Off=0 On=1", "ListBY: Y0=0 Y1=1"],
    },
    {
      name: "nullable and not nullable are one",
      given: twoLists(plain, { enum: ["asc", "desc", null] }),
      want: ["ListAOrder: Asc=asc Desc=desc"],
    },
    {
      name: '1 is not "1"',
      given: twoLists({ enum: [1, 2] }, { enum: ["1", "2"] }),
      want: ["ListAOrder: Order1=1 Order2=2", "ListBOrder: Order1=1 Order2=2"],
    },
  ])("$name", ({ given, want }) => {
    expect(summary(given)).toEqual(want);
  });

  test("an unlabelled twin of two labelled candidates joins neither", () => {
    const given = component({
      A: { type: "object", properties: { state: onOff } },
      B: { type: "object", properties: { state: labelled({ 0: "No", 1: "Yes" }) } },
      C: { type: "object", properties: { state: { enum: [0, 1] } } },
    });
    expect(summary(given)).toEqual(["AState: Off=0 On=1", "BState: No=0 Yes=1", "CState: State0=0 State1=1"]);
  });
});

describe("the first site gives the name", () => {
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
  const without = (...keys: string[]): JsonObject =>
    JSON.parse(JSON.stringify(everywhere, (key, value) => (keys.includes(key) ? undefined : value)));
  test.each([
    { name: "component schemas come first, however deep", given: everywhere, want: "DeepDeepS" },
    { name: "then request bodies", given: without("components", "responses"), want: "MakeLongS" },
    { name: "then parameters, by path", given: without("components", "responses", "requestBody"), want: "ListAS" },
  ])("$name", ({ given, want }) => {
    const paths =
      given.components === undefined
        ? JSON.parse(JSON.stringify(given).replaceAll('"$ref":"#/components/schemas/Deep"', '"type":"object"'))
        : given;
    expect(read(paths).names.enums.map(({ name }) => name)).toEqual([want]);
  });

  test("fewer segments first, and every site is told", () => {
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

  test("of two paths the shorter first: enabling before disabling", () => {
    const body = json({ properties: { filter: { properties: { filter: plain } } } });
    const given = document({
      "/warmup/disable": { post: operation("disableWarmup", { requestBody: body }) },
      "/warmup/enable": { post: operation("enableWarmup", { requestBody: body }) },
    });
    expect(summary(given)).toEqual(["EnableWarmupFilter: Asc=asc Desc=desc"]);
  });

  test("a name that is taken goes on to the next site, then to a number", () => {
    const union = { anyOf: [onOff, labelled({ 0: "No", 1: "Yes" }), labelled({ 0: "Left", 1: "Right" })] };
    const given = document(
      {
        "/a": {
          get: operation("listA", {
            parameters: [query("s", labelled({ 0: "No", 1: "Yes" }))],
            responses: { 200: json({ $ref: "#/components/schemas/T" }) },
          }),
        },
      },
      { components: { schemas: { T: { properties: { s: union } } } } },
    );
    expect(summary(given)).toEqual(["ListAS: No=0 Yes=1", "TS: Off=0 On=1", "TS2: Left=0 Right=1"]);
  });
});

describe("pins", () => {
  const given = document({
    "/a": { post: operation("makeA", { requestBody: json({ properties: { state: onOff } }) }) },
    "/b": { get: operation("listB", { parameters: [query("state", onOff)] }) },
  });
  test.each([
    { name: "rename an enum", pins: { enumNames: { MakeAState: "State" } }, want: ["State: Off=0 On=1"] },
    { name: "hold by any of its sites", pins: { enumNames: { ListBState: "State" } }, want: ["State: Off=0 On=1"] },
    {
      name: "rename a member",
      pins: { enumMembers: { MakeAState: { 0: "Down" } } },
      want: ["MakeAState: Down=0 On=1"],
    },
    {
      name: "go by the pinned name",
      pins: { enumNames: { MakeAState: "State" }, enumMembers: { State: { 1: "Up" } } },
      want: ["State: Off=0 Up=1"],
    },
  ])("$name", ({ pins, want }) => {
    expect(summary(given, pins)).toEqual(want);
    expect(read(given, pins).warnings).toEqual([]);
  });

  test("come before names that are derived: of two enums that derive one name, the pinned one has it", () => {
    const yesNo = labelled({ 0: "No", 1: "Yes" });
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

  test("may change places", () => {
    const two = properties({ a: onOff, b: plain });
    const pins = {
      enumNames: { ThingA: "ThingB", ThingB: "ThingA" },
      enumMembers: { ThingB: { 0: "On", 1: "Off" } },
    };
    expect(summary(two, pins)).toEqual(["ThingA: Asc=asc Desc=desc", "ThingB: On=0 Off=1"]);
  });

  test("of one of two values with one label leave the other its number", () => {
    const twins = properties({ kind: labelled({ 1: "Old", 2: "Old" }) });
    expect(summary(twins, { enumMembers: { ThingKind: { 1: "Old" } } })).toEqual(["ThingKind: Old=1 Old2=2"]);
  });

  test("that match nothing are warnings", () => {
    const pins = {
      enumNames: { Gone: "X" },
      enumMembers: { MakeAState: { 7: "Seven" }, Lost: { 1: "One" }, constructor: { 1: "One" } },
    };
    expect(read(given, pins).warnings.map(({ code, where }) => `${code} ${where}`)).toEqual([
      "OVERRIDE_UNUSED enumNames/Gone",
      "OVERRIDE_UNUSED enumMembers/MakeAState/7",
      "OVERRIDE_UNUSED enumMembers/Lost/1",
      "OVERRIDE_UNUSED enumMembers/constructor/1",
    ]);
  });
});

describe("what cannot be named", () => {
  test.each<{ name: string; given: JsonObject; pins?: Partial<typeof choices>; want: string }>([
    {
      name: "strings that differ in signs only",
      given: properties({ op: { enum: [">=", "<="] } }),
      want: 'error[MEMBER_COLLISION] at #/components/schemas/Thing/properties/op/enum: two values of ThingOp are both called Op. Name one of them in the config: {"enumMembers":{"ThingOp":{"<=":"Op2"}}}.',
    },
    {
      name: "a pin that is no identifier",
      given: properties({ state: onOff }),
      pins: { enumNames: { ThingState: "a b" } },
      want: "error[CONFIG_INVALID] at enumNames",
    },
    {
      name: "a pin that the client has a use for",
      given: properties({ state: onOff }),
      pins: { enumNames: { ThingState: "Result" } },
      want: "error[CONFIG_INVALID] at enumNames",
    },
    {
      name: "one pin for two enums",
      given: properties({ a: onOff, b: plain }),
      pins: { enumNames: { ThingA: "X", ThingB: "X" } },
      want: "error[NAME_COLLISION]",
    },
    {
      name: "a pin that takes the name of another enum",
      given: properties({ a: onOff, b: plain }),
      pins: { enumNames: { ThingB: "ThingA" } },
      want: 'error[NAME_COLLISION] at enumNames/ThingB: this pin takes the name ThingA, which another enum has. Choose another name, or pin the other enum as well: {"enumNames":{"ThingA":"ThingA2"}}.',
    },
    {
      name: "a pin that takes the name of another member",
      given: properties({ code: labelled({ 8: "AirMail", 11: "AirMail instant" }) }),
      pins: { enumMembers: { ThingCode: { 11: "AirMail" } } },
      want: 'error[MEMBER_COLLISION] at #/components/schemas/Thing/properties/code/enum: two values of ThingCode are both called AirMail. Name one of them in the config: {"enumMembers":{"ThingCode":{"8":"AirMail2"}}}.',
    },
    {
      name: "a pin that takes the number of another member",
      given: properties({ kind: labelled({ 1: "Old", 2: "Old", 3: "New" }) }),
      pins: { enumMembers: { ThingKind: { 3: "Old1" } } },
      want: '{"enumMembers":{"ThingKind":{"1":"Old12"}}}',
    },
  ])("$name is refused", ({ given, pins, want }) => {
    expect(() => read(given, pins)).toThrow(want);
  });

  test("a long name is a warning that proposes a pin", () => {
    const given = properties({
      n: labelled({ 1: "Campaign is currently not within its sending schedule", 2: "Short" }),
    });
    expect(read(given).warnings).toMatchObject([
      { code: "MEMBER_LONG", what: expect.stringContaining('{"enumMembers":{"ThingN":{"1":"…"}}}') },
    ]);
  });
});
