import { expect, test } from 'vitest'
import { firstFreeSeat } from './session.ts'

test('a seat is the first that is free, and there are as many as the group has', () => {
  expect(firstFreeSeat(new Set(), 3)).toBe(1)
  expect(firstFreeSeat(new Set([1, 3]), 3)).toBe(2)
  expect(firstFreeSeat(new Set([1, 2, 3]), 3)).toBeNull()
})
