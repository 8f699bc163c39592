import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfRefusal, resourcesTaken } from '../../problems.ts'
import { chooseClaims } from '../../resources/workflows/choose-claims.ts'
import { claimablesOf, type ClaimedTime, type SlotRequest } from './claim-time.ts'
import { nearestStarts } from './nearest-starts.ts'
import { refusalOutsideRules } from './refusal-outside-rules.ts'

/**
 * As `claimTime`, for a time for which staff lift the rules: notice, horizon, hours, grid and limits.
 */
export const claimOverriddenTime = async (
  { slots, claims }: SchedulingPorts,
  slotRequest: SlotRequest & { readonly practitionerId: string },
  context: ReadContext,
): Promise<ClaimedTime> => {
  const { practitionerId, offerMinutes, from, to } = slotRequest
  const calendar = await slots.calendar(context)
  const candidates = calendar.candidates(context.now).filter(({ practitioner }) => practitioner.id === practitionerId)
  const nearest = () => nearestStarts(candidates, slotRequest)
  const refusal = refusalOutsideRules(candidates[0], slotRequest, offerMinutes)
  if (refusal !== null) throw problemOfRefusal(refusal, nearest())
  const turn = Number.parseInt(context.newId().slice(-6), 16)
  const { chosen, missing } = chooseClaims(calendar, [practitionerId], { ...slotRequest, now: context.now, turn })
  if (missing !== null) throw resourcesTaken(missing, nearest(), slotRequest.resourceId)
  const calendars = [{ ownerId: practitionerId, from, to }, ...claimablesOf(chosen.get(practitionerId))]
  for (let other = claims.conflictingAny(calendars); other !== null;) {
    await other
    other = claims.conflictingAny(calendars)
  }
  return { order: [practitionerId], chosen, settle: claims.claimAll(calendars), nearest, loads: new Map() }
}
