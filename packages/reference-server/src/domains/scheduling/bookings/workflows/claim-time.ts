import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { findFree, type WantedStart } from '../../kernel/model/find-free.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import { fullBecause, type PractitionerLoad } from '../model/practitioner-load.ts'
import { readPractitionerLoads, type LimitedPractitioner } from '../store/practitioner-loads.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { noPlaceLeft, problemOfRefusal, resourcesTaken, slotTaken } from '../../problems.ts'
import { chooseClaims, isPlain, type Chosen } from '../../resources/workflows/choose-claims.ts'
import type { Claimable } from '../../kernel/store/claim-set.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import { nearestStarts } from './nearest-starts.ts'

/** A start, and the busy time around it. Epoch milliseconds. */
export interface SlotRequest extends WantedStart {
  /** Any free practitioner if undefined. */
  readonly practitionerId: string | undefined
  /** Of any, the first to be tried. */
  readonly preferredId: string | undefined
  readonly from: number
  readonly to: number
  /** What was offered this long ago can be held. */
  readonly offerMinutes: number
  /** Busy times of the caller that do not count toward the limits. */
  readonly uncounted: readonly string[]
  readonly interpreterLanguage: string | undefined
  readonly resourceId: string | undefined
  /** Whose times do not block, for a visit with this practitioner. */
  readonly occupantWith: (practitionerId: string) => string | undefined
}

export interface ClaimedTime {
  /** Practitioners to try, in this order. */
  readonly order: readonly string[]
  /** What else the visit takes with each of them. Those without an entry cannot be had, unless the visit is plain. */
  readonly chosen: ReadonlyMap<string, Chosen>
  /** Call it once it is known whether the time was reserved. */
  readonly settle: () => void
  /** The starts to choose instead. */
  readonly nearest: () => readonly number[]
  /** By practitioner, of those with limits. */
  readonly loads: ReadonlyMap<string, PractitionerLoad>
}

/** The `settle` when nothing was claimed. */
const unclaimed = (): void => undefined

const candidatesOf = (
  calendar: OrganizationCalendar,
  { practitionerId }: SlotRequest,
  now: Date,
): readonly Candidate[] =>
  calendar
    .candidates(now)
    .filter(({ practitioner }) => practitionerId === undefined || practitioner.id === practitionerId)

/** The other calendars that a visit takes. */
export const claimablesOf = (chosen: Chosen | undefined): readonly Claimable[] =>
  (chosen?.claims ?? []).map(({ ownerId, from, to }) => ({ ownerId, from: from.getTime(), to: to.getTime() }))

interface CandidateOrder extends Pick<ClaimedTime, 'order' | 'chosen'> {
  readonly free: boolean
  /** Of practitioners with limits: requests for the same week are decided one after the other. */
  readonly limited: readonly LimitedPractitioner[]
}

/** Null when others have taken every candidate, or the last place. Throws when no availability allows this start. */
const candidateOrder = (
  calendar: OrganizationCalendar,
  slotRequest: SlotRequest,
  { caller, now, newId }: ReadContext,
  isFresh: boolean,
): CandidateOrder | null => {
  const { type, offerMinutes } = slotRequest
  const candidates = candidatesOf(calendar, slotRequest, now)
  const { offered, free, refusal } = findFree(candidates, {
    ...slotRequest,
    // Chosen below, one by one.
    needed: undefined,
    type: { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes - offerMinutes },
  })
  if (!isFresh && (refusal === 'daily-limit' || refusal === 'weekly-limit')) return null
  if (refusal !== null) throw problemOfRefusal(refusal, nearestStarts(candidates, slotRequest))
  const limited = candidates.flatMap(({ practitioner: { id }, bitmap }) => {
    const periods = offered.includes(id) ? bitmap?.limitPeriods(slotRequest.start) : undefined
    return periods ? [{ practitionerId: id, ...periods }] : []
  })
  const turn = Number.parseInt(newId().slice(-6), 16)
  const ids = free.map(({ id }) => id)
  const { chosen, missing } = chooseClaims(calendar, ids, { ...slotRequest, now, turn })
  const able = free.filter(({ id }) => chosen.has(id))
  if (able.length > 0)
    return { order: choosePractitioners(able, turn, slotRequest.preferredId), chosen, free: true, limited }
  if (missing !== null) throw resourcesTaken(missing, nearestStarts(candidates, slotRequest), slotRequest.resourceId)
  const lost = offered.every((id) => calendar.takenByOthers(id, slotRequest.from, slotRequest.to, caller.personId, now))
  return lost ? null : { order: offered, chosen, free: false, limited }
}

/** The database's word on the limits, after the claim: those of the practitioners who still have a place. Throws if none has. */
const withPlaces = async (
  { db, now }: ReadContext,
  { uncounted }: SlotRequest,
  order: readonly string[],
  limited: readonly LimitedPractitioner[],
  nearest: () => readonly number[],
): Promise<Pick<ClaimedTime, 'order' | 'loads'>> => {
  if (limited.length === 0) return { order, loads: new Map() }
  const loads = new Map(
    (await readPractitionerLoads(db, limited, uncounted, now)).map((load) => [load.practitionerId, load]),
  )
  const reasons = new Map(Array.from(loads.values(), (load) => [load.practitionerId, fullBecause(load)]))
  const left = order.filter((id) => (reasons.get(id) ?? null) === null)
  const [reason] = [...reasons.values()].filter((each) => each !== null)
  if (left.length === 0 && reason) throw noPlaceLeft(reason, nearest())
  return { order: left, loads }
}

/**
 * Serializes competing requests of this process and claims the time. In a race one request at a time reaches the exclusion constraint; the
 * others see its commit and fail without a transaction of their own.
 */
export const claimTime = async (
  { slots, claims }: SchedulingPorts,
  slotRequest: SlotRequest,
  context: ReadContext,
): Promise<ClaimedTime> => {
  const calendar = await slots.calendar(context)
  // What a visit takes in addition to its practitioner must be free for sure: a change has one choice of it.
  const isChosen = !isPlain(slotRequest.type, slotRequest)
  const nearest = () => nearestStarts(candidatesOf(calendar, slotRequest, context.now), slotRequest)
  for (;;) {
    // Reads again when it looks taken: another process may have released it within the last second.
    const found =
      (isChosen ? null : candidateOrder(calendar, slotRequest, context, false)) ??
      candidateOrder(await slots.freshCalendar(context), slotRequest, context, true)
    if (found === null) throw slotTaken(nearest())
    const { order, chosen, free, limited } = found
    // A hold of the caller for another patient is in the way.
    if (!free)
      return {
        ...(await withPlaces(context, slotRequest, order, limited, nearest)),
        chosen,
        settle: unclaimed,
        nearest,
      }
    /** Requests for one week of a practitioner with limits are decided one after the other. */
    const calendarsOf = (id: string): readonly Claimable[] => {
      const week = limited.find(({ practitionerId }) => practitionerId === id)?.week ?? slotRequest
      return [
        { ownerId: id, from: Math.min(week.from, slotRequest.from), to: Math.max(week.to, slotRequest.to) },
        ...claimablesOf(chosen.get(id)),
      ]
    }
    const conflicts = new Map(order.map((id) => [id, claims.conflictingAny(calendarsOf(id))]))
    const preferred = order[0] === slotRequest.preferredId ? conflicts.get(order[0] ?? '') : null
    if (preferred) {
      await preferred
      continue
    }
    const first = order.find((id) => conflicts.get(id) === null)
    if (first !== undefined) {
      const settle = claims.claimAll(calendarsOf(first))
      const tried = [first, ...order.filter((id) => id !== first)]
      try {
        return { ...(await withPlaces(context, slotRequest, tried, limited, nearest)), chosen, settle, nearest }
      } catch (error) {
        settle()
        throw error
      }
    }
    await Promise.race([...conflicts.values()].filter((settled) => settled !== null))
  }
}
