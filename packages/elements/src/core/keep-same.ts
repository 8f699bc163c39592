const isList = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const sameItems = (before: unknown, after: unknown): unknown => {
  if (!isList(before) || !isList(after)) return after
  const known = new Map(before.map((one) => [JSON.stringify(one), one]))
  return after.map((one) => known.get(JSON.stringify(one)) ?? one)
}

/**
 * What was read again, with the items of the read before that have not changed, so that their rows stay as they are (`keptRow`).
 * @param after - Data of the server: a list, or an object with lists.
 */
export const keepSame = <T>(before: T | undefined, after: T): T => {
  if (!isPlain(before) || !isPlain(after)) return sameItems(before, after) as T
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, sameItems(before[name], value)])) as T
}
