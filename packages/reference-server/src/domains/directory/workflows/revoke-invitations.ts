import type { WriteContext } from '../../../platform/contracts/context.ts'
import { invitationRevoked } from '../events.ts'
import { revokeInvitationsOf } from '../store/invitations.ts'

/** Withdraws every pending invitation of this member, patient or right. The caller holds the lock of its row. */
export const revokeInvitations = async (
  { tx, now, emit }: Pick<WriteContext, 'tx' | 'now' | 'emit'>,
  subjectId: string,
): Promise<void> => {
  for (const id of await revokeInvitationsOf(tx, subjectId, now)) await emit(invitationRevoked(id, subjectId))
}
