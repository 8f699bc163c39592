import type { WriteContext } from '../../../platform/contracts/context.ts'
import { loginReleased } from '../events.ts'
import { deleteIdentities, lockIdentities, type KnownPerson } from '../store/identities.ts'
import { hasLiveRight } from './has-live-right.ts'

/**
 * Unlinks the sign-in of a proxy without a current or future right, so that a new invitation can link it again. Takes the lock first: a
 * concurrent acceptance with this sign-in is either visible here or links the sign-in again.
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
