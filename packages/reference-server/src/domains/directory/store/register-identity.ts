import type { WriteContext } from '../../../platform/contracts/context.ts'
import { insertIdentity, type Identity, type KnownPerson } from './identities.ts'

/**
 * Links a sign-in directly, vouched for by the operator: for the command line, seeds and tests. Over HTTP a person links their own by
 * accepting an invitation. Throws when it is linked already.
 */
export const registerIdentity = async (
  { tx, vault, caller, newId }: WriteContext,
  identity: Identity,
  person: KnownPerson,
): Promise<void> => {
  const { organizationId } = caller
  if (!(await insertIdentity(tx, vault, { id: newId(), organizationId, identity, person })))
    throw new Error('This sign-in is linked to another person of the organization already.')
}
