import { expect, test } from 'vitest'
import type { Circle } from '../../../platform/care/relationship.ts'
import { explainAccess } from '../workflows/explain-access.ts'

const now = new Date('2026-11-25T15:00:00Z')
const nurse = { actorKind: 'member', actorRole: 'nurse', onBehalfOf: null } as const
const circle: Circle = {
  memberId: 'nia',
  practitionerId: null,
  specialties: [],
  chartReach: 'organization',
  team: new Set(['jo']),
  covers: [],
  emergencies: [],
}
const byJo = { patientId: 'ana', basis: 'visit', practitionerId: 'jo' } as const
const explain = (participants: Parameters<typeof explainAccess>[2], more: object = {}) =>
  explainAccess({ ...nurse, ...more }, circle, participants, now)

test('an access is explained by the work that links the person to the patient, and by nothing else', () => {
  expect(explain([])).toBe('none')
  expect(explain([{ patientId: 'ana', basis: 'task', memberId: 'nia' }])).toBe('task')
  expect(explain([{ patientId: 'ana', basis: 'task', role: 'nurse' }])).toBe('task')
  expect(explain([{ patientId: 'ana', basis: 'task', role: 'biller' }])).toBe('none')
  expect(explain([byJo])).toBe('team')
  expect(explain([{ ...byJo, practitionerId: 'max' }])).toBe('none')
  expect(explain([], { onBehalfOf: 'jo' })).toBe('on-behalf')
})

test('a person who is no member any more has no explanation, the patient and programs need none', () => {
  expect(explainAccess(nurse, null, [byJo], now)).toBe('none')
  for (const actorKind of ['patient', 'proxy', 'guest'] as const)
    expect(explainAccess({ ...nurse, actorKind }, null, [], now)).toBe('own')
  for (const actorKind of ['service', 'system'] as const)
    expect(explainAccess({ ...nurse, actorKind }, null, [], now)).toBe('automatic')
})
