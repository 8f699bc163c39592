import type { WriteContext } from '../../../platform/contracts/context.ts'
import { invitationAccepted } from '../events.ts'
import { normalizeSecret } from '../../../platform/identity/invitation-secret.ts'
import { invitationStatus, type Invitation } from '../model/invitation.ts'
import {
  invitationExpired,
  invitationRevoked,
  unknownInvitation,
  invitationUsed,
  linkedElsewhere,
  malformedSecret,
} from '../problems.ts'
import { insertIdentity, lockIdentities, type KnownPerson } from '../store/identities.ts'
import { findInvitationBySecret, hashSecret, markInvitationAccepted, readInvitation } from '../store/invitations.ts'
import { acceptRight } from './accept-right.ts'
import { findLinkedPerson, type Claimant } from './claimant.ts'
import { lockInvitationSubject } from './lock-invitation-subject.ts'

export interface AcceptedInvitation {
  readonly invitation: Invitation
  readonly person: KnownPerson
}

/**
 * Links the claimant's sign-in to the subject of the invitation, or gives them the offered right, in one transaction. The row of the
 * member, patient or right is locked first and protects its invitations; the sign-in is always locked after it. Accepting again with the
 * same sign-in returns the same result, because a response can be lost. `pointer` is the position of the code in the request.
 */
export const acceptInvitation = async (
  context: WriteContext,
  typed: string,
  claimant: Claimant,
  pointer: string,
): Promise<AcceptedInvitation> => {
  const { tx, vault, caller, now, emit } = context
  const secret = normalizeSecret(typed)
  if (secret === null) throw malformedSecret(pointer)
  const found = await findInvitationBySecret(tx, await hashSecret(tx, vault, caller.organizationId, secret))
  if (found === null) throw unknownInvitation()
  const right = await lockInvitationSubject(tx, found)
  // The state under the lock.
  const invitation = await readInvitation(tx, found.id)
  const status = invitationStatus(invitation, now)
  if (status === 'accepted') {
    const holderId = right === null ? invitation.subjectId : right.personId
    const person = 'person' in claimant ? claimant.person : await findLinkedPerson(context, claimant.identity)
    if (person === null || person.personId !== holderId) throw invitationUsed()
    return { invitation, person }
  }
  if (status === 'expired') throw invitationExpired()
  if (status === 'revoked') throw invitationRevoked()
  const person =
    right === null ? await acceptLogin(context, invitation, claimant) : await acceptRight(context, right, claimant)
  await markInvitationAccepted(tx, invitation.id, now)
  await emit(invitationAccepted(invitation, person))
  return { invitation: { ...invitation, acceptedAt: now }, person }
}

/** A member or patient links their own sign-in, which must not be linked. */
const acceptLogin = async (
  context: WriteContext,
  { kind, subjectId }: Invitation,
  claimant: Claimant,
): Promise<KnownPerson> => {
  const { tx, vault, caller, newId } = context
  if (kind === 'proxy') throw new Error('A right is accepted by acceptRight.')
  const person: KnownPerson = { kind, personId: subjectId }
  if ('person' in claimant || (await findLinkedPerson(context, claimant.identity)) !== null) throw linkedElsewhere()
  // The operator linked it while the invitation was pending.
  if (await lockIdentities(tx, person)) throw invitationUsed()
  const { organizationId } = caller
  if (!(await insertIdentity(tx, vault, { id: newId(), organizationId, identity: claimant.identity, person })))
    throw linkedElsewhere()
  return person
}
