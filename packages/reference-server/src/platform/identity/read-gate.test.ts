import { expect, it } from 'vitest'
import type { Circle } from '../care/relationship.ts'
import { testCaller } from '../tests/create-platform.testing.ts'
import { readPolicies } from '../http/read-policies.ts'
import { createPermissions } from './permissions.ts'
import { nothingSensitive } from '../sensitive/nothing-sensitive.testing.ts'
import { createReadGate } from './read-gate.ts'

const now = new Date('2026-11-25T15:00:00Z')
const circle: Circle = {
  memberId: 'member-1',
  practitionerId: 'practitioner-1',
  specialties: [],
  chartReach: 'assigned',
  team: new Set(),
  covers: [],
  emergencies: [],
}

it('sends a message about several patients only to a person who treats each of them', async () => {
  const gate = createReadGate({
    permissions: createPermissions(readPolicies().permissions),
    proxyAccessOf: () => Promise.resolve([]),
    care: {
      knownCircle: () => circle,
      readCircle: () => Promise.resolve(circle),
      readParticipants: () =>
        Promise.resolve([{ patientId: 'patient-1', basis: 'visit', practitionerId: 'practitioner-1' } as const]),
    },
    sensitive: nothingSensitive,
    clock: () => now,
  })
  const caller = {
    ...testCaller(),
    kind: 'member' as const,
    roles: ['practitioner'] as const,
    practitionerId: 'practitioner-1',
  }
  const authorization = await gate.forCaller(caller)
  const mayRead = (patientIds: readonly string[]) =>
    authorization.mayRead(['getPatient'], { patientIds, practitionerIds: [], ids: [] })
  expect(await mayRead(['patient-1'])).toBe(true)
  expect(await mayRead(['patient-1', 'patient-2'])).toBe(false)
})
