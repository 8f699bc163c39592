import type { Caller } from '../contracts/caller.ts'
import type { Audience } from '../contracts/live-rule.ts'

/**
 * The topics of a page: its session, its person, the patients they may act for, and its roles. A guest acts for no one, and receives what is
 * addressed to them.
 */
export const topicsOf = (caller: Caller): readonly string[] => [
  `session:${caller.sessionId}`,
  ...(caller.kind === 'guest' ? [`guest:${caller.personId}`] : caller.patientIds.map((id) => `patient:${id}`)),
  ...(caller.kind === 'member' ? [`member:${caller.personId}`] : []),
  ...(caller.practitionerId === null ? [] : [`practitioner:${caller.practitionerId}`]),
  ...caller.roles.map((role) => `role:${role}`),
]

/** The topics of an audience. A page receives what has one of its topics. */
export const topicsFor = ({
  patients = [],
  practitioners = [],
  members = [],
  guests = [],
  roles = [],
}: Audience): readonly string[] => [
  ...patients.map((id) => `patient:${id}`),
  ...practitioners.map((id) => `practitioner:${id}`),
  ...members.map((id) => `member:${id}`),
  ...guests.map((id) => `guest:${id}`),
  ...roles.map((role) => `role:${role}`),
]
