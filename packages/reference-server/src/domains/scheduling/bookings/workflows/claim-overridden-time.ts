import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { meetsOtherVisit, misfitOf } from '../../kernel/model/start-bounds.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfRefusal, resourcesTaken } from '../../problems.ts'
import { chooseClaims } from '../../resources/workflows/choose-claims.ts'
import { claimablesOf, type ClaimedTime, type SlotRequest } from './claim-time.ts'
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
  const turn = Number.parseInt(context.newId().slice(-6), 16)
  const { chosen, missing } = chooseClaims(calendar, [practitionerId], { ...slotRequest, now: context.now, turn })
  if (missing !== null) throw resourcesTaken(missing, nearest())
  const calendars = [{ ownerId: practitionerId, from, to }, ...claimablesOf(chosen.get(practitionerId))]
  for (let other = claims.conflictingAny(calendars); other !== null;) {
    await other
    other = claims.conflictingAny(calendars)
  }
  return { order: [practitionerId], chosen, settle: claims.claimAll(calendars), nearest, loads: new Map() }
}
