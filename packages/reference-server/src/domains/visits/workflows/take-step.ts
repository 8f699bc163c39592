import type { Keeping } from '../../../platform/contracts/context.ts'
import type { Visit } from '../model/visit.ts'
import { keepVisit, type KeptVisit } from '../store/visit-and-seats.ts'
import { openVisit, readVisit, visitChange, type StoredVisit } from '../store/visits.ts'

/**
 * Takes a step of a visit that `gather` has read, opened only now. When somebody else took one in the meantime nothing is kept; the
 * visit is read again, locked, and the step decided on what holds then. Not for a step that hangs on seats: they change without the visit.
 */
export const takeStep = async (
  keeping: Keeping,
  stored: StoredVisit,
  step: (visit: Visit) => Visit,
): Promise<KeptVisit & { readonly visit: Visit }> => {
  const { tx } = keeping
  const keep = async (before: Visit): Promise<(KeptVisit & { readonly visit: Visit }) | null> => {
    const visit = step(before)
    const kept = await keepVisit(tx, await visitChange(tx, keeping, before, visit), visit)
    return kept && { ...kept, visit }
  }
  const kept =
    (await keep(await openVisit(tx, keeping, stored))) ?? (await keep(await readVisit(tx, keeping, stored.id, 'lock')))
  if (kept === null) throw new Error('a visit changed although its row was locked')
  return kept
}
