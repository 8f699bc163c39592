import { expect, test } from 'vitest'
import { IdempotencyKeys } from './idempotency-keys.ts'

test('a retry of the same action has the same key; other content has another key', () => {
  const keys = new IdempotencyKeys()
  const { idempotencyKey } = keys.for('add', { text: 'one' })
  expect(keys.for('add', { text: 'one' }).idempotencyKey).toBe(idempotencyKey)
  expect(keys.for('add', { text: 'two' }).idempotencyKey).not.toBe(idempotencyKey)
  keys.done()
  expect(keys.for('add', { text: 'one' }).idempotencyKey).not.toBe(idempotencyKey)
})
