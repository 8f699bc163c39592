import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('a result is computed once for the same two texts, and again after too many others', () => {
  const asked: string[] = []
  const joined = remembered(2, (one, other) => {
    asked.push(one + other)
    return one + other
  })
  expect([joined('a', 'bc'), joined('a', 'bc'), joined('ab', 'c')]).toEqual(['abc', 'abc', 'abc'])
  expect(asked).toEqual(['abc', 'abc'])
  joined('x', 'y')
  joined('a', 'bc')
  expect(asked).toEqual(['abc', 'abc', 'xy', 'abc'])
})
