import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { Visit } from '../model/visit.ts'
import { writeVisit, type WrittenVisit } from '../store/visit-and-seats.ts'
import { decryptVisit, readVisit, updateVisitStatement, type EncryptedVisit } from '../store/visits.ts'

/**
 * Applies a step to a visit that `gather` has read, and decrypts it only here. If the visit changed in the meantime, nothing is stored; the
 * visit is read again with a lock, and the step is decided on its current state. Not for a step that depends on seats: they change without
 * the visit.
 */
export const takeStep = async (
  context: WriteContext,
  stored: EncryptedVisit,
  step: (visit: Visit) => Visit,
): Promise<WrittenVisit & { readonly visit: Visit }> => {
  const { tx } = context
  const keep = async (before: Visit): Promise<(WrittenVisit & { readonly visit: Visit }) | null> => {
    const visit = step(before)
    const written = await writeVisit(tx, await updateVisitStatement(tx, context, before, visit), visit)
    return written && { ...written, visit }
  }
  const written =
    (await keep(await decryptVisit(tx, context, stored))) ??
    (await keep(await readVisit(tx, context, stored.id, 'for-update')))
  if (written === null) throw new Error('a visit changed although its row was locked')
  return written
}
