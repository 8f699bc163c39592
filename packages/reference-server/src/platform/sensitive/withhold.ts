/** Pure. What an answer shows of a sensitive visit names it, or something that was recorded in it, by its id. */

type Ids = ReadonlySet<string>

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

/**
 * Whether it is one of these ids, or an object that names one, itself or in an object within it. The items of its lists stand for themselves. A
 * cursor is a place in a list and shows nothing, even if it is the id of what was left out.
 */
const names = (value: unknown, withheld: Ids): boolean =>
  typeof value === 'string'
    ? withheld.has(value)
    : isObject(value) &&
      !Array.isArray(value) &&
      Object.entries(value).some(([name, each]) => name !== 'nextCursor' && names(each, withheld))

/** Whether a request names one of these ids anywhere. */
export const namesWithheld = (value: unknown, withheld: Ids): boolean =>
  typeof value === 'string'
    ? withheld.has(value)
    : isObject(value) && Object.values(value).some((each) => namesWithheld(each, withheld))

/**
 * The answer without the items of lists that name one of these ids. Null if the answer as a whole names one. What stays is not changed: a body
 * may be held in memory.
 */
export const withhold = (body: unknown, withheld: Ids): { readonly body: unknown; readonly omitted: number } | null => {
  if (names(body, withheld)) return null
  let omitted = 0
  const keep = (value: unknown): unknown => {
    if (!isObject(value)) return value
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keep(each)]))
    const kept = value.filter((each) => !names(each, withheld))
    omitted += value.length - kept.length
    return kept.map(keep)
  }
  const kept = keep(body)
  return { body: omitted === 0 ? body : kept, omitted }
}
