import type { Keeping } from '../../../platform/contracts/context.ts'
import { insertIdentity, type Identity, type KnownPerson } from './identities.ts'

/** Says who signs in as `identity`. Refuses with `identity_taken` when somebody does already. */
export const registerIdentity = (
  { tx, vault, caller, newId }: Keeping,
  identity: Identity,
  person: KnownPerson,
): Promise<void> => insertIdentity(tx, vault, { id: newId(), organizationId: caller.organizationId, identity, person })
