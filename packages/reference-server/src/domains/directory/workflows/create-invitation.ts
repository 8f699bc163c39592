import { randomBytes } from 'node:crypto'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { invitationCreated } from '../events.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { formatSecret, normalizeSecret, secretBytes } from '../../../platform/identity/invitation-secret.ts'
import { expiryOf, type Invitation } from '../model/invitation.ts'
import { hashSecret, insertInvitation } from '../store/invitations.ts'
import { revokeInvitations } from './revoke-invitations.ts'

/**
 * Creates the invitation of a subject and replaces a pending one. The caller holds the lock of the subject's row. The code is returned in
 * the response and stored only as a keyed hash.
 */
export const createInvitation = async (
  context: WriteContext,
  { kind, subjectId, patientId }: Pick<Invitation, 'kind' | 'subjectId' | 'patientId'>,
  policy: InvitationPolicy,
): Promise<{ invitation: Invitation; secret: string }> => {
  const { tx, vault, caller, now, newId, emit } = context
  await revokeInvitations(context, subjectId)
  const secret = formatSecret(randomBytes(secretBytes))
  const invitation: Invitation = {
    id: newId(),
    kind,
    subjectId,
    patientId,
    createdAt: now,
    expiresAt: expiryOf(policy, kind, now),
    acceptedAt: null,
    revokedAt: null,
  }
  const hash = await hashSecret(tx, vault, caller.organizationId, normalizeSecret(secret) as string)
  await insertInvitation(tx, caller.organizationId, invitation, hash)
  await emit(invitationCreated(invitation))
  return { invitation, secret }
}
