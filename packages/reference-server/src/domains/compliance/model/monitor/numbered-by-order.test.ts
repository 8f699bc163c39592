import { expect, it } from 'vitest'
import { numberedByOrder } from './numbered-by-order.ts'

it('records that follow each other are one apart, and no others', () => {
  const next = new Map([
    ['c', 'a'],
    ['a', 'd'],
    ['x', 'y'],
  ])
  const numbers = numberedByOrder(['a', 'b', 'c', 'd', 'x', 'y'], next)
  const apart = (one: string, other: string): number => (numbers.get(other) ?? 0) - (numbers.get(one) ?? 0)
  expect([apart('c', 'a'), apart('a', 'd'), apart('x', 'y')]).toEqual([1, 1, 1])
  for (const one of numbers.keys())
    for (const other of numbers.keys())
      if (next.get(one) !== other) expect(apart(one, other), `${one} ${other}`).not.toBe(1)
  expect(numbers.size).toBe(6)
})
