import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRange, hasBit, newBits, setRange, windowed, without } from './bits.ts'

const length = 200
const indices = Array.from({ length }, (_, index) => index)
const sets = fc.uniqueArray(fc.integer({ min: 0, max: length - 1 }))
const bitsOf = (set: readonly number[]): Uint32Array => {
  const bits = newBits(length)
  for (const index of set) setRange(bits, index, index + 1)
  return bits
}
const listOf = (bits: Uint32Array): number[] => indices.filter((index) => hasBit(bits, index))

test('a range contains its first number and excludes its end, wherever words begin', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 240 }), fc.integer({ min: -40, max: 240 }), (from, to) => {
      const bits = newBits(length)
      setRange(bits, from, to)
      expect(listOf(bits)).toEqual(indices.filter((index) => index >= from && index < to))
    }),
  )
})

test('a window combines the following numbers by `any` or `all`', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 70 }), (set, size) => {
      const has = new Set(set)
      const following = (index: number): boolean[] =>
        Array.from({ length: size }, (_, offset) => has.has(index + offset))
      expect(listOf(windowed(bitsOf(set), size, 'any'))).toEqual(
        indices.filter((index) => following(index).some(Boolean)),
      )
      expect(listOf(windowed(bitsOf(set), size, 'all'))).toEqual(
        indices.filter((index) => following(index).every(Boolean)),
      )
    }),
  )
})

test('subtracting with a delay clears the bits that lie that far behind', () => {
  fc.assert(
    fc.property(sets, sets, fc.integer({ min: 0, max: 70 }), (set, taken, delay) => {
      const has = new Set(taken)
      const expected = set.filter((index) => !has.has(index - delay)).sort((a, b) => a - b)
      expect(listOf(without(bitsOf(set), bitsOf(taken), delay))).toEqual(expected)
    }),
  )
})

test('a count covers the numbers of the range', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: -40, max: 240 }), fc.integer({ min: -40, max: 240 }), (set, from, to) => {
      expect(countRange(bitsOf(set), from, to)).toBe(set.filter((index) => index >= from && index < to).length)
    }),
  )
})
