/**
 * Sets of integers as bits of a Uint32Array: bit `i & 31` of word `i >> 5`. A search over a month reads a few hundred words per
 * practitioner.
 */

export const newBits = (length: number): Uint32Array => new Uint32Array((length + 31) >>> 5)

const add = (bits: Uint32Array, word: number, more: number): void => {
  bits[word] = (bits[word] ?? 0) | more
}

/** Sets bits `from` (inclusive) to `to` (exclusive). Bits outside the set are ignored. */
export const setRange = (bits: Uint32Array, from: number, to: number): void => {
  const start = Math.max(0, from)
  const end = Math.min(bits.length * 32, to)
  if (start >= end) return
  const first = start >>> 5
  const last = (end - 1) >>> 5
  const head = 0xffffffff << (start & 31)
  const tail = 0xffffffff >>> (31 - ((end - 1) & 31))
  if (first === last) {
    add(bits, first, head & tail)
    return
  }
  add(bits, first, head)
  bits.fill(0xffffffff, first + 1, last)
  add(bits, last, tail)
}

export const hasBit = (bits: Uint32Array, index: number): boolean =>
  index >= 0 && index < bits.length * 32 && (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1

/** The word that begins at bit `at`, at any offset. Bits outside the set are zero. */
const wordAt = (bits: Uint32Array, at: number): number => {
  const word = at >> 5
  const shift = at & 31
  const low = word < 0 ? 0 : (bits[word] ?? 0)
  if (shift === 0) return low
  const high = word + 1 < 0 ? 0 : (bits[word + 1] ?? 0)
  return (low >>> shift) | (high << (32 - shift))
}

/**
 * The bits `i` for which some bit (`any`) or every bit (`all`) of `i` to `i + length` is set, by doubling: log2(length) passes. Bits beyond
 * the end are zero.
 */
export const windowed = (bits: Uint32Array, length: number, kind: 'any' | 'all'): Uint32Array => {
  let result = bits.slice()
  let covered = 1
  while (covered < length) {
    const step = Math.min(covered, length - covered)
    const next = new Uint32Array(result.length)
    for (let word = 0; word < result.length; word++) {
      const here = result[word] ?? 0
      const there = wordAt(result, word * 32 + step)
      next[word] = kind === 'any' ? here | there : here & there
    }
    result = next
    covered += step
  }
  return result
}

/** `bits` without those `i` for which `taken` has bit `i - delay`. */
export const without = (bits: Uint32Array, taken: Uint32Array, delay: number): Uint32Array => {
  const result = new Uint32Array(bits.length)
  for (let word = 0; word < bits.length; word++) result[word] = (bits[word] ?? 0) & ~wordAt(taken, word * 32 - delay)
  return result
}

/** The bits `i` for which `bits` has bit `i + by`. */
export const ahead = (bits: Uint32Array, by: number): Uint32Array => {
  const result = new Uint32Array(bits.length)
  for (let word = 0; word < bits.length; word++) result[word] = wordAt(bits, word * 32 + by)
  return result
}

export const either = (a: Uint32Array, b: Uint32Array): Uint32Array => a.map((word, index) => word | (b[index] ?? 0))

export const both = (a: Uint32Array, b: Uint32Array): Uint32Array => a.map((word, index) => word & (b[index] ?? 0))

/** The set bits for which `isKept` says so. */
export const kept = (bits: Uint32Array, isKept: (index: number) => boolean): Uint32Array => {
  const result = new Uint32Array(bits.length)
  for (let index = 0; index < bits.length * 32; index++) {
    if (bits[index >>> 5] === 0) index |= 31
    else if (hasBit(bits, index) && isKept(index)) setRange(result, index, index + 1)
  }
  return result
}

const ones = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The bits of word `word` that lie in [from, to). */
export const mask = (word: number, from: number, to: number): number => {
  const start = from - word * 32
  const end = to - word * 32
  if (end <= 0 || start >= 32 || start >= end) return 0
  const head = start <= 0 ? 0xffffffff : 0xffffffff << start
  const tail = end >= 32 ? 0xffffffff : 0xffffffff >>> (32 - end)
  return (head & tail) >>> 0
}

/** The number of set bits in [from, to). */
export const countRange = (bits: Uint32Array, from: number, to: number): number => {
  let count = 0
  for (let word = Math.max(0, from >> 5); word < bits.length && word * 32 < to; word++)
    count += ones((bits[word] ?? 0) & mask(word, from, to))
  return count
}
