import { expect, test } from 'vitest'
import { keepSame } from './keep-same.ts'

const [ann, ben, cara] = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Ben' },
  { id: 'c', name: 'Cara' },
] as const
/** As a server sends it again. */
const again = <T>(value: T): T => structuredClone(value)

test('items that are the same stay the same objects, in the order of the new list', () => {
  const kept = keepSame([ann, ben, cara], again([cara, ann]))
  expect(kept[0]).toBe(cara)
  expect(kept[1]).toBe(ann)
  expect(kept).toHaveLength(2)
})

test('a changed item is the new one', () => {
  const kept = keepSame<readonly { id: string; name: string }[]>([ann, ben], again([ann, { id: 'b', name: 'Benno' }]))
  expect(kept[0]).toBe(ann)
  expect(kept[1]).toEqual({ id: 'b', name: 'Benno' })
})

test('lists within an object are compared, and its other properties are the new ones', () => {
  const before = { items: [ann, ben], next: 'page-2' as string | null }
  const kept = keepSame(before, { items: again([ann, ben]), next: null })
  expect(kept).toEqual({ items: [ann, ben], next: null })
  expect(kept.items[1]).toBe(ben)
})

test('a first value, and what is no list of objects, is as it was read', () => {
  const first = again([ann])
  expect(keepSame(undefined, first)).toBe(first)
  expect(keepSame<unknown>('one', 'other')).toBe('other')
  expect(keepSame<unknown>(['one'], ['one', 'other'])).toEqual(['one', 'other'])
  const map = new Map([['one', ann]])
  expect(keepSame(new Map(map), map)).toBe(map)
})
