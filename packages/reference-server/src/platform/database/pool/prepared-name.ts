/**
 * More than the stores of a server use. Beyond this, statements run unprepared, so that generated texts cannot fill the server's memory.
 */
const maxPrepared = 3_000
/** By role and text; null for a text that was sent once. */
const seen = new Map<string, Map<string, string | null>>()
let known = 0
let prepared = 0

/** The texts that were sent by each role. For tests. */
export const sentTexts = (): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Array.from(seen, ([role, texts]) => [role, new Set(texts.keys())]))

/**
 * A text is prepared from its second use on, so a long `in (...)` list that is used once costs the server nothing. Each role has its own
 * statement: a plan under row security is valid for one role, and a shared one would be planned again at every switch.
 */
export const preparedName = (role: string, text: string): string | undefined => {
  let ofRole = seen.get(role)
  if (!ofRole) seen.set(role, (ofRole = new Map()))
  const name = ofRole.get(text)
  if (name) return name
  if (name === undefined) {
    if (known < maxPrepared) {
      known += 1
      ofRole.set(text, null)
    }
    return undefined
  }
  const given = `v${(prepared += 1)}_${role}`
  ofRole.set(text, given)
  return given
}
