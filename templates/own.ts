/** An object's own entries, none where there is no object: what hangs on `Object.prototype` is nothing of ours. */
export const own = <Entries extends object>(entries: Entries | undefined): Entries =>
  Object.assign(Object.create(null), entries);
