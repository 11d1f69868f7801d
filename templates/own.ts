/** An object's own entries, none where there is no object: what hangs on `Object.prototype` is nothing of ours. */
export const own = <Entries extends object>(entries: Entries | undefined): Entries =>
  Object.assign(Object.create(null), entries);

/** Options without those that are there and undefined: they say nothing. */
export const told = <Options extends object>(options: Options | undefined | false): Partial<Options> =>
  // Taking entries away leaves a part of what was there.
  Object.fromEntries(Object.entries(options || {}).filter(([, value]) => value !== undefined)) as Partial<Options>;
