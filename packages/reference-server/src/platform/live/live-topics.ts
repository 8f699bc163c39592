import type { Caller } from '../contracts/caller.ts'
import type { Audience } from '../contracts/live-rule.ts'

/** The topics of a page: its session, its person, the patients they may act for, and its roles. */
export const topicsOf = (caller: Caller): readonly string[] => [
  `session:${caller.sessionId}`,
  ...caller.patientIds.map((id) => `patient:${id}`),
  ...(caller.kind === 'member' ? [`member:${caller.personId}`] : []),
  ...(caller.practitionerId === null ? [] : [`practitioner:${caller.practitionerId}`]),
  ...caller.roles.map((role) => `role:${role}`),
]

/** The topics of an audience. A page receives what has one of its topics. */
export const topicsFor = ({
  patients = [],
  practitioners = [],
  members = [],
  roles = [],
}: Audience): readonly string[] => [
  ...patients.map((id) => `patient:${id}`),
  ...practitioners.map((id) => `practitioner:${id}`),
  ...members.map((id) => `member:${id}`),
  ...roles.map((role) => `role:${role}`),
]
