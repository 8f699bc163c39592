import { expect, test } from 'vitest'
import type { Circle } from '../../../platform/care/relationship.ts'
import { shippedPolicy } from '../model/monitor/one-access.testing.ts'
import { careLinks } from '../workflows/care-links.ts'

const circle: Circle = {
  memberId: 'nia',
  practitionerId: null,
  specialties: [],
  chartReach: 'organization',
  team: new Set(['jo']),
  covers: [],
  emergencies: [],
}
const kinds = (role: string, participants: Parameters<typeof careLinks>[2]) =>
  careLinks(
    [{ memberId: 'nia', role, patientId: 'ana' }],
    new Map([['nia', circle]]),
    participants,
    shippedPolicy,
    new Date('2026-11-25T15:00:00Z'),
  ).map(({ kind }) => kind)

test('the own work and that of the team link a member to a patient; that every chart is open does not', () => {
  expect(kinds('nurse', [])).toEqual([])
  expect(kinds('nurse', [{ patientId: 'ana', basis: 'task', memberId: 'nia' }])).toEqual(['task'])
  expect(kinds('nurse', [{ patientId: 'ana', basis: 'visit', practitionerId: 'jo' }])).toEqual(['care-team'])
  expect(kinds('nurse', [{ patientId: 'ana', basis: 'visit', practitionerId: 'max' }])).toEqual([])
  expect(kinds('nurse', [{ patientId: 'eve', basis: 'task', memberId: 'nia' }])).toEqual([])
})

test('work of anyone links roles whose work is about all patients, by its kind', () => {
  const byMax = (basis: 'appointment' | 'prescription') => [{ patientId: 'ana', basis, practitionerId: 'max' }]
  expect(kinds('front-desk', byMax('appointment'))).toEqual(['appointment'])
  expect(kinds('front-desk', byMax('prescription'))).toEqual([])
  expect(kinds('nurse', byMax('appointment'))).toEqual([])
})
