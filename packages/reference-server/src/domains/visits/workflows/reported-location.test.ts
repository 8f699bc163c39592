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

const named = { emergencyContact: { name: 'Robin Sample', phone: '614-555-0143' } }

it.each([
  ['a person', named, { noEmergencyContact: 'none-to-name' }, named],
  ['a person, next to a reason for none', { ...named, noEmergencyContact: 'none-to-name' }, {}, named],
  ['no one any more', { noEmergencyContact: 'prefers-not-to' }, named, { noEmergencyContact: 'prefers-not-to' }],
  ['nothing about it', {}, named, named],
  ['nothing, and never did', {}, {}, {}],
] as const)('of an emergency contact, who names %s', (_, given, before, expected) => {
  const { emergencyContact, noEmergencyContact } = reportedLocation(
    { ...said, ...given },
    { as: 'patient' },
    { caller: testCaller(), now },
    before,
  )
  const noted = { ...(emergencyContact && { emergencyContact }), ...(noEmergencyContact && { noEmergencyContact }) }
  expect(noted).toEqual(expected)
})
