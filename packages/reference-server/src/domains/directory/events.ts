import type { NewEvent } from '../../platform/seams.ts'
import type { Invitation } from './model/invitation.ts'
import type { KnownPerson } from './store/identities.ts'

/** Events about invitations, rights to act and sign-ins: ids and codes only. README.md lists the payloads. */

type Right = { readonly id: string; readonly patientId: string; readonly personId: string | null }

const dataOf = ({ id, personId, patientId }: Right): NewEvent['data'] => ({ proxyId: id, personId, patientId })

export const invitationCreated = ({ id, kind, subjectId, patientId }: Invitation): NewEvent => ({
  type: 'directory.invitation-created',
  data: { invitationId: id, kind, subjectId, patientId },
})

export const invitationAccepted = (
  { id, kind, subjectId, patientId }: Invitation,
  { personId }: KnownPerson,
): NewEvent => ({
  type: 'directory.invitation-accepted',
  data: { invitationId: id, kind, subjectId, patientId, personId },
})

export const invitationRevoked = (invitationId: string, subjectId: string): NewEvent => ({
  type: 'directory.invitation-revoked',
  data: { invitationId, subjectId },
})

/** Offered to a person who has not accepted: `personId` is null. */
export const proxyInvited = (right: Right): NewEvent => ({ type: 'directory.proxy-invited', data: dataOf(right) })

export const proxyGranted = (right: Right): NewEvent => ({ type: 'directory.proxy-granted', data: dataOf(right) })

export const proxyChanged = (right: Right): NewEvent => ({ type: 'directory.proxy-changed', data: dataOf(right) })

/** `personId` is null when the right was never accepted. */
export const proxyEnded = (right: Right): NewEvent => ({ type: 'directory.proxy-ended', data: dataOf(right) })

/** The person can no longer sign in, until a new invitation is accepted. */
export const loginReleased = ({ kind, personId }: KnownPerson): NewEvent => ({
  type: 'directory.login-released',
  data: { personId, personKind: kind },
})
