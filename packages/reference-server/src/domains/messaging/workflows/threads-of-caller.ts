import { createAccess } from '../../../platform/audit/create-access.ts'
import { personUuidOf, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { seesEveryThread } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import type { ThreadsOf } from '../store/threads.ts'

/**
 * Which threads the caller lists: of one patient, as far as a member may handle them; of the caller's own patients; or those that wait for
 * a member.
 */
export const threadsOfCaller = async (
  { directory }: MessagingContext,
  context: ReadContext,
  patientId: string | undefined,
): Promise<ThreadsOf> => {
  const { access, caller } = context
  if (patientId === undefined)
    return access.reach === 'organization'
      ? { memberId: personUuidOf(caller), roles: caller.roles }
      : { patientIds: caller.patientIds }
  if (access.reach === 'own') {
    if (!caller.patientIds.includes(patientId)) throw notFound('patient_beyond_reach')
  } else {
    // Throws if there is no such patient. It decrypts nothing, so an empty list records no access.
    await directory.patientZone({ ...context, access: createAccess(caller, access.reach) }, requireUuid(patientId))
    if (!seesEveryThread(caller))
      return { patientIds: [patientId], handledBy: { memberId: personUuidOf(caller), roles: caller.roles } }
  }
  return { patientIds: [patientId] }
}
