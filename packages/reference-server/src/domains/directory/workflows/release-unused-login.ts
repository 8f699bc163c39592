import type { WriteContext } from '../../../platform/contracts/context.ts'
import { loginReleased } from '../events.ts'
import { deleteIdentities, lockIdentities, type KnownPerson } from '../store/identities.ts'
import { hasLiveRight } from './has-live-right.ts'

/**
 * Unlinks the sign-in of a proxy none of whose rights holds or will hold, so that a new invitation can link it again. The lock comes first:
 * a right that is accepted with this sign-in at the same moment is either seen here or links the sign-in again.
 */
export const releaseUnusedLogin = async (
  context: Pick<WriteContext, 'tx' | 'now' | 'emit'>,
  personId: string,
): Promise<void> => {
  const person: KnownPerson = { kind: 'proxy', personId }
  if (!(await lockIdentities(context.tx, person)) || (await hasLiveRight(context, personId))) return
  await deleteIdentities(context.tx, person)
  await context.emit(loginReleased(person))
}
