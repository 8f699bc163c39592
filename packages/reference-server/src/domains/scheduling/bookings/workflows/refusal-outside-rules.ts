import type { StartRefusal, WantedStart } from '../../kernel/model/find-free.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import { meetsOtherVisit, misfitOf } from '../../kernel/model/start-bounds.ts'

/**
 * What staff cannot lift: the practitioner may see the patient, the time is not over, and the patient has no other visit. Null if nothing is in
 * the way; whether the time is taken is decided by the exclusion constraint.
 */
export const refusalOutsideRules = (
  candidate: Candidate | undefined,
  wanted: WantedStart,
  offerMinutes: number,
): StartRefusal | null => {
  if (!candidate) return 'inactive'
  const { type, start, now } = wanted
  return (
    misfitOf(candidate.practitioner, type, wanted, start) ??
    (start < now - offerMinutes * 60_000 ? 'notice' : null) ??
    (meetsOtherVisit(type, wanted, start) ? 'patient-busy' : null)
  )
}
