import { operations, type OperationId } from '@visitkit/contract/operations'
import { expect, test } from 'vitest'
import { permissions } from '../tests/hospital/create-hospital.ts'
import { everyRequest } from '../tests/requests/every-request.ts'
import { attackedOperations, attackerOf, withoutSession } from './attack-plan.ts'

const all = Object.keys(operations) as OperationId[]

test('every operation of the contract is sent by one person at their limit, or has a stated reason', () => {
  expect([...attackedOperations, ...Object.keys(withoutSession)].toSorted()).toEqual(all.toSorted())
  for (const reason of Object.values(withoutSession)) expect(reason).not.toBe('')
})

test('only an operation that takes no session is left out', () => {
  expect(Object.keys(withoutSession).toSorted()).toEqual(
    all.filter((id) => operations[id].permission === 'none').toSorted(),
  )
})

test('each operation that is sent has a person who may send it, and a request', () => {
  for (const id of attackedOperations) {
    expect([id, attackerOf(id, permissions)]).not.toEqual([id, undefined])
    expect(everyRequest).toHaveProperty(id)
  }
})
