import { expect, it } from 'vitest'
import { testCaller } from '../../../platform/tests/create-platform.testing.ts'
import type { CheckIn } from '../model/visit.ts'
import { reportedLocation } from './reported-location.ts'

const now = new Date('2026-11-25T15:00:00Z')
const said: CheckIn = {
  location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', kind: 'home' },
  callbackPhone: '614-555-0142',
}

it.each([
  ['the patient', 'patient', 'patient'],
  ['a proxy', 'proxy', 'proxy'],
  ['staff', 'staff', 'member'],
] as const)('a location reported by %s is stored with its source and time', (_, as, byKind) => {
  const caller = testCaller()
  const byId = caller.personId
  expect(reportedLocation(said, { as }, { caller, now })).toEqual({
    ...said,
    at: '2026-11-25T15:00:00.000Z',
    byKind,
    byId,
  })
})
