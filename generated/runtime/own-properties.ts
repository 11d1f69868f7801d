/**
 * Copies an object's own properties into an object without a prototype, so that no value is read from a polluted
 * `Object.prototype`. Returns an empty object for `undefined`.
 */
export const ownProperties = <Entries extends object>(entries: Entries | undefined): Entries =>
  Object.assign(Object.create(null), entries);

/** Returns the options that are not `undefined`, so that the others do not override defaults. */
export const omitUndefined = <Options extends object>(options: Options | undefined): Partial<Options> =>
  // `Object.fromEntries` forgets which keys it was given. Removing entries leaves a part of the original.
  Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as Partial<Options>;
