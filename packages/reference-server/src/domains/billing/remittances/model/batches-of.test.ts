import { expect, it } from 'vitest'
import { batchesOf } from './batches-of.ts'

const file = (id: string, more: { attempts?: number; bytes?: number } = {}) => ({
  id,
  attempts: 0,
  bytes: 1_000,
  ...more,
})

it('small files go together, a large one and one that failed before alone, all in their order', () => {
  const files = [
    file('a'),
    file('b'),
    file('large', { bytes: 300_000 }),
    file('c'),
    file('d'),
    file('failed', { attempts: 1 }),
    file('failed too', { attempts: 4 }),
  ]
  expect(batchesOf(files)).toEqual([['a', 'b'], ['large'], ['c', 'd'], ['failed'], ['failed too']])
})

it('no batch is longer than a transaction should be', () => {
  const ids = Array.from({ length: 70 }, (_, index) => String(index))
  const batches = batchesOf(ids.map((id) => file(id)))
  expect(batches.map(({ length }) => length)).toEqual([30, 30, 10])
  expect(batches.flat()).toEqual(ids)
})
