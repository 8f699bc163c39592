import { expect, test } from 'vitest'
import { IdempotencyKeys } from './idempotency-keys.ts'

test('a second try of the same act has the key of the first, other content another', () => {
  const keys = new IdempotencyKeys()
  const { idempotencyKey } = keys.for('add', { text: 'one' })
  expect(keys.for('add', { text: 'one' }).idempotencyKey).toBe(idempotencyKey)
  expect(keys.for('add', { text: 'two' }).idempotencyKey).not.toBe(idempotencyKey)
  keys.done()
  expect(keys.for('add', { text: 'one' }).idempotencyKey).not.toBe(idempotencyKey)
})
