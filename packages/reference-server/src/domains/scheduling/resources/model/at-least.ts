import { both } from '../../kernel/model/bits.ts'

/**
 * The bits that are set in at least `count` of these sets of equal length. Null if there are fewer sets. `reached[n]` has the bits that were
 * set in more than `n` of the sets so far, so that a set moves each of its bits up by one.
 */
export const atLeast = (count: number, sets: readonly Uint32Array[]): Uint32Array | null => {
  const [first] = sets
  if (first === undefined || sets.length < count) return null
  const reached = Array.from({ length: count }, () => new Uint32Array(first.length))
  for (const bits of sets)
    for (let level = count - 1; level >= 0; level -= 1) {
      const before = level === 0 ? bits : both(bits, reached[level - 1] ?? bits)
      const row = reached[level] ?? before
      for (let word = 0; word < row.length; word += 1) row[word] = (row[word] ?? 0) | (before[word] ?? 0)
    }
  return reached[count - 1] ?? null
}
