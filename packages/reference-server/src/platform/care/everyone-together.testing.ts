import type { CareRegister } from './care-register.ts'
import type { Circle } from './relationship.ts'

class Everyone extends Set<string> {
  override has(): boolean {
    return true
  }
}

const circle: Circle = {
  memberId: '',
  practitionerId: null,
  specialties: [],
  chartReach: 'assigned',
  team: new Everyone(),
  covers: [],
  emergencies: [],
}
const team = { basis: 'team' } as const

/** For the tests of one domain: all people are in one care team. Tests of the whole server use real teams. */
export const everyoneTogether: CareRegister = {
  knownCircle: () => circle,
  readCircle: async () => circle,
  readParticipants: async (_organizationId, patientIds) =>
    patientIds.map((patientId) => ({ patientId, basis: 'visit', practitionerId: 'everyone' })),
  requireOwnership: () => team,
  knownRelationship: () => team,
  relationships: async (_circle, _caller, patientIds) => new Map(patientIds.map((id) => [id, team])),
  requireRelationships: async (_circle, _caller, patientIds) => new Map(patientIds.map((id) => [id, team])),
  invalidate: () => undefined,
}
