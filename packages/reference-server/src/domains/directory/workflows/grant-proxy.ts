import type { WriteContext } from '../../../platform/contracts/context.ts'
import { proxyGranted } from '../events.ts'
import { findIdentity, type Identity, type KnownPerson } from '../store/identities.ts'
import type { AcceptedRight, StoredProxy } from '../store/proxies.ts'
import { registerIdentity } from '../store/register-identity.ts'
import { createRight, type GivenRight } from './create-right.ts'

/**
 * Gives a right to the person of a sign-in directly, vouched for by the operator: for seeds and tests. Over HTTP a right is offered, and
 * the person accepts it. An id (UUID) may be given.
 */
export const grantProxy = async (
  context: WriteContext,
  patientId: string,
  { identity, ...given }: GivenRight & { readonly identity: Identity },
): Promise<StoredProxy & AcceptedRight> => {
  const { tx, vault, caller, newId, emit } = context
  const id = given.id ?? newId()
  const known = await findIdentity(tx, vault, caller.organizationId, identity)
  if (known?.kind === 'member' || known?.personId === patientId)
    throw new Error('A right to act for a patient is given to another person, with a sign-in of their own.')
  const person: KnownPerson = known ?? { kind: 'proxy', personId: id }
  if (known === null) await registerIdentity(context, identity, person)
  const { right } = await createRight(context, patientId, { ...given, id }, person.personId)
  await emit(proxyGranted(right))
  return { ...right, personId: person.personId }
}
