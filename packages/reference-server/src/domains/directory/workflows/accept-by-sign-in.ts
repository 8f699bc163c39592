import { firstRoleOf } from '../../../platform/identity/first-role-of.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../../platform/contracts/unit-of-work.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { Identity, KnownPerson } from '../store/identities.ts'
import { acceptInvitation, type AcceptedInvitation } from './accept-invitation.ts'

/**
 * Accepts an invitation at the token exchange, in a transaction of its own. Identity creates the session in another one: if that fails, the
 * same sign-in can accept again.
 */
export const acceptBySignIn = async (
  unitOfWork: UnitOfWork,
  context: ReadContext,
  identity: Identity,
  secret: string,
): Promise<KnownPerson> => {
  const { result } = await unitOfWork.run<AcceptedInvitation>(
    {
      domain: 'directory',
      context,
      idempotency: null,
      audit: (accepted) => [acceptedRow(context, accepted)],
    },
    (context) => acceptInvitation(context, secret, { identity }, '/invitation'),
  )
  return result.person
}

/** For the patient's own list of accesses: their sign-in was linked, or a person accepted the right to act for them. */
const acceptedRow = (context: ReadContext, { invitation, person }: AcceptedInvitation): AccessRow => ({
  id: newId(),
  organizationId: context.caller.organizationId,
  at: context.now,
  requestId: context.requestId,
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
  sessionId: context.caller.sessionId,
  clientId: context.caller.clientId,
  purpose: person.kind === 'member' ? 'HOPERAT' : 'PATRQT',
  onBehalfOf: null,
})
