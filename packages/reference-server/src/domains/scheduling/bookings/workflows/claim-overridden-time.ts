import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { meetsOtherVisit, misfitOf } from '../../kernel/model/start-bounds.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfRefusal } from '../../problems.ts'
import type { ClaimedTime, SlotRequest } from './claim-time.ts'
import { nearestStarts } from './nearest-starts.ts'

/**
 * As `claimTime`, for a time for which staff lift the rules: notice, horizon, hours, grid and limits. What remains: the practitioner may see the
 * patient, the time is not over, and the patient has no other visit. Whether the time is taken is decided by the exclusion constraint.
 */
export const claimOverriddenTime = async (
  { slots, claims }: SchedulingPorts,
  slotRequest: SlotRequest & { readonly practitionerId: string },
  context: ReadContext,
): Promise<ClaimedTime> => {
  const { practitionerId, type, start, now, offerMinutes, from, to } = slotRequest
  const calendar = await slots.calendar(context)
  const candidates = calendar.candidates(context.now).filter(({ practitioner }) => practitioner.id === practitionerId)
  const nearest = () => nearestStarts(candidates, slotRequest)
  const [candidate] = candidates
  const refusal = candidate
    ? (misfitOf(candidate.practitioner, type, slotRequest, start) ??
      (start < now - offerMinutes * 60_000 ? 'notice' : null) ??
      (meetsOtherVisit(type, slotRequest, start) ? 'patient-busy' : null))
    : 'inactive'
  if (refusal !== null) throw problemOfRefusal(refusal, nearest())
  for (let other = claims.conflicting(practitionerId, from, to); other !== null;) {
    await other
    other = claims.conflicting(practitionerId, from, to)
  }
  return { order: [practitionerId], settle: claims.claim(practitionerId, from, to), nearest, loads: new Map() }
}
