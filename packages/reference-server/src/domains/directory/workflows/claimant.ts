import type { WriteContext } from '../../../platform/contracts/context.ts'
import { deleteIdentities, findIdentity, type Identity, type KnownPerson } from '../store/identities.ts'
import { hasLiveRight } from './has-live-right.ts'

/** Who accepts an invitation: a verified sign-in, or a person with a session. */
export type Claimant = { readonly identity: Identity } | { readonly person: KnownPerson }

/**
 * The person to whom a verified sign-in is linked, locked; null when it can be linked. The sign-in of a proxy without a current or future
 * right is unlinked here, unless the end of the last right has done so.
 */
export const findLinkedPerson = async (
  context: Pick<WriteContext, 'tx' | 'vault' | 'caller' | 'now'>,
  identity: Identity,
): Promise<KnownPerson | null> => {
  const { tx, vault, caller } = context
  const person = await findIdentity(tx, vault, caller.organizationId, identity, 'for-update')
  if (person?.kind !== 'proxy' || (await hasLiveRight(context, person.personId))) return person
  await deleteIdentities(tx, person)
  return null
}
