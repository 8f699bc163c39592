import { expect, test } from 'vitest'
import { firstIdAt, newId } from './new-id.ts'

test('ids are UUIDv7 that begin with the time, are unique, and sort in the order of creation', () => {
  const at = Date.now() + 60_000
  const ids = Array.from({ length: 20_000 }, (_, index) => newId(at + Math.floor(index / 5_000)))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
})

test('the first id of a time is before all ids of that time, and after those of the millisecond before', () => {
  const at = Date.now() + 90_000
  const [before, then] = [newId(at - 1), newId(at)]
  expect([before, firstIdAt(at), then].toSorted()).toEqual([before, firstIdAt(at), then])
})

test('ids keep sorting in order when the clock steps back', () => {
  const later = newId(Date.now() + 120_000)
  expect(newId(Date.now()) > later).toBe(true)
})
