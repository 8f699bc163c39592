import { firstRoleOf } from '../../../platform/identity/first-role-of.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { Identity, KnownPerson } from '../store/identities.ts'
import { acceptInvitation, type AcceptedInvitation } from './accept-invitation.ts'

/**
 * Accepts an invitation at the token exchange, in a transaction of its own. The session follows in identity's: if it does not come about,
 * the same sign-in may accept again.
 */
export const acceptBySignIn = async (
  unitOfWork: UnitOfWork,
  reading: Reading,
  identity: Identity,
  secret: string,
): Promise<KnownPerson> => {
  const { answer } = await unitOfWork.run<AcceptedInvitation>(
    {
      domain: 'directory',
      situation: reading,
      idempotency: null,
      audit: (accepted) => [acceptedRow(reading, accepted)],
    },
    (keeping) => acceptInvitation(keeping, secret, { identity }, '/invitation'),
  )
  return answer.person
}

/** In the patient's own list of accesses: their sign-in was linked, or a person accepted the right to act for them. */
const acceptedRow = (reading: Reading, { invitation, person }: AcceptedInvitation): AccessRow => ({
  id: newId(),
  organizationId: reading.caller.organizationId,
  at: reading.now,
  requestId: reading.requestId,
  operation: 'exchangeToken',
  action: 'update',
  entity: invitation.kind === 'proxy' ? 'Proxy' : 'Login',
  entityId: invitation.subjectId,
  patientId: invitation.patientId,
  outcome: 'done',
  refusal: null,
  because: 'invitation',
  actorKind: person.kind,
  actorId: person.personId,
  actorRole: firstRoleOf({ ...person, roles: [] }),
  sessionId: reading.caller.sessionId,
  clientId: reading.caller.clientId,
  purpose: person.kind === 'member' ? 'HOPERAT' : 'PATRQT',
})
