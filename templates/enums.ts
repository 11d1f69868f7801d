/** The union of an enum object's values. */
export type ValueOf<Members> = Members[keyof Members];

type Primitive = string | number | boolean;

/** The whole type of a literal: `number` for `1 | 2`, so that values the document does not know yet are welcome. */
type Widen<Value> =
  | (Value extends string ? string : never)
  | (Value extends number ? number : never)
  | (Value extends boolean ? boolean : never);

export interface Guard<Value> {
  /** Whether a value is one of the enum. Values are compared exactly: `"1"` is not `1`. */
  (value: unknown): value is Value;
}

export interface Labeller<Value> {
  /**
   * The label of a value, for people: `Unknown (7)` for a value the document does not list, and the empty string for
   * null and undefined.
   */
  (value: Value | null | undefined): string;
}

/** Makes the test for membership in an enum. */
export function guard<const Value extends Primitive>(members: Readonly<Record<string, Value>>): Guard<Value> {
  const values: ReadonlySet<unknown> = new Set(Object.values(members));
  return (value): value is Value => values.has(value);
}

/** Makes the function that labels the values of an enum. */
export function labeller<const Value extends Primitive>(
  _members: Readonly<Record<string, Value>>,
  labels: Readonly<Partial<Record<`${Value}`, string>>>,
): Labeller<Widen<Value>> {
  const known = new Map(Object.entries<string | undefined>(labels));
  return (value) => (value === null || value === undefined ? "" : (known.get(String(value)) ?? `Unknown (${value})`));
}
