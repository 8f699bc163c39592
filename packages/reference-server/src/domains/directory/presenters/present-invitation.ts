import type { components } from '@visitkit/contract'
import { invitationStatus, type Invitation } from '../model/invitation.ts'

/** Never contains the code: the operation that creates it returns it once. */
export const presentInvitation = (invitation: Invitation, now: Date): components['schemas']['Invitation'] => {
  const { id, kind, subjectId, patientId, createdAt, expiresAt } = invitation
  return {
    id,
    kind,
    memberId: kind === 'member' ? subjectId : null,
    patientId,
    proxyId: kind === 'proxy' ? subjectId : null,
    status: invitationStatus(invitation, now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
