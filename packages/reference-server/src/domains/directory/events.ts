import { eventMaker } from '../../platform/contracts/event.ts'
import type { EventData } from '../../platform/contracts/event.ts'
import type { Cover } from './model/cover.ts'
import type { EmergencyAccess } from './model/emergency-access.ts'
import type { Invitation } from './model/invitation.ts'
import type { CareTeam } from './store/care-teams.ts'
import type { KnownPerson } from './store/identities.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

export const organizationChanged = eventMaker('directory.organization-changed', ({ id, version }: Versioned) => ({
  organizationId: id,
  version,
}))
export const memberChanged = eventMaker(
  'directory.member-changed',
  ({ id, version }: Versioned, lostRoles: EventData['directory.member-changed']['lostRoles']) => ({
    memberId: id,
    version,
    lostRoles,
  }),
)
export const memberDisabled = eventMaker('directory.member-disabled', (memberId: string) => ({ memberId }))
export const practitionerChanged = eventMaker('directory.practitioner-changed', ({ id, version }: Versioned) => ({
  practitionerId: id,
  version,
}))
export const patientChanged = eventMaker('directory.patient-changed', ({ id, version }: Versioned) => ({
  patientId: id,
  version,
}))

export const patientBackgroundChanged = eventMaker(
  'directory.patient-background-changed',
  ({ patientId, version }: { readonly patientId: string; readonly version: number }) => ({ patientId, version }),
)

type Right = { readonly id: string; readonly patientId: string; readonly personId: string | null }

const right = ({ id, personId, patientId }: Right): EventData['directory.proxy-granted'] => ({
  proxyId: id,
  personId,
  patientId,
})
/** A right was offered. `personId` is null until it is accepted. */
export const proxyInvited = eventMaker('directory.proxy-invited', right)
export const proxyGranted = eventMaker('directory.proxy-granted', right)
export const proxyChanged = eventMaker('directory.proxy-changed', right)
/** `personId` is null if the right was never accepted. */
export const proxyEnded = eventMaker('directory.proxy-ended', right)

const invitation = ({ id, kind, subjectId, patientId }: Invitation) => ({
  invitationId: id,
  kind,
  subjectId,
  patientId,
})
export const invitationCreated = eventMaker('directory.invitation-created', invitation)
export const invitationAccepted = eventMaker(
  'directory.invitation-accepted',
  (accepted: Invitation, { personId }: KnownPerson) => ({ ...invitation(accepted), personId }),
)
export const invitationRevoked = eventMaker(
  'directory.invitation-revoked',
  (invitationId: string, subjectId: string) => ({ invitationId, subjectId }),
)

/** The person can no longer sign in, until they accept a new invitation. */
export const loginReleased = eventMaker('directory.login-released', ({ kind, personId }: KnownPerson) => ({
  personId,
  personKind: kind,
}))

/** Every session of the person ends. They can sign in again. */
export const personSignedOut = eventMaker(
  'directory.person-signed-out',
  (personId: string, personKind: KnownPerson['kind']) => ({ personId, personKind }),
)

const cover = ({ id, practitionerId, coveredBy, kind, reason }: Cover): EventData['directory.cover-ended'] => ({
  coverId: id,
  practitionerId,
  coveredBy,
  kind,
  reason,
})
export const coverStarted = eventMaker('directory.cover-started', (started: Cover) => ({
  ...cover(started),
  from: started.from.toISOString(),
  until: started.until.toISOString(),
}))
export const coverEnded = eventMaker('directory.cover-ended', cover)
export const careTeamChanged = eventMaker('directory.care-team-changed', ({ id, version }: CareTeam) => ({
  careTeamId: id,
  version,
}))

const emergency = ({
  id,
  patientId,
  memberId,
  reason,
}: EmergencyAccess): EventData['directory.emergency-access-ended'] => ({
  emergencyAccessId: id,
  patientId,
  memberId,
  reason,
})
export const emergencyAccessOpened = eventMaker('directory.emergency-access-opened', (opened: EmergencyAccess) => ({
  ...emergency(opened),
  until: opened.until.toISOString(),
}))
export const emergencyAccessEnded = eventMaker('directory.emergency-access-ended', emergency)
export const emergencyAccessReviewed = eventMaker(
  'directory.emergency-access-reviewed',
  (reviewed: EmergencyAccess, outcome: EventData['directory.emergency-access-reviewed']['outcome']) => ({
    ...emergency(reviewed),
    outcome,
  }),
)
export const emergencyAccessOverdue = eventMaker('directory.emergency-access-overdue', emergency)
