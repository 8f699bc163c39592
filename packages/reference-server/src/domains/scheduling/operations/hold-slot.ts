import { operation } from '../../../platform/http/operation.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { Reading } from '../../../platform/seams.ts'
import { holdPlaced } from '../events.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { describeHold } from '../model/describe-hold.ts'
import { findFree, type WantedStart } from '../model/find-free.ts'
import { busyRange, placeHold } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { refusalProblem, slotTaken, slotUnavailable, tooManyHolds } from '../problems.ts'
import { takeTime } from '../store/busy.ts'
import { countHolds, insertHold } from '../store/holds.ts'
import type { OrganizationCalendar } from '../store/organization-calendar.ts'
import { isKnownForm } from '../store/known-id.ts'

interface Wish extends WantedStart {
  readonly practitionerId: string | undefined
  readonly from: number
  readonly to: number
}

/** Whose time to try, in order. Empty when others have taken it all; throws when nobody's rules allow this start. */
const whomToTry = (calendar: OrganizationCalendar, wish: Wish, { caller, now, newId }: Reading): string[] => {
  const candidates = calendar
    .candidates(now)
    .filter(({ practitioner }) => wish.practitionerId === undefined || practitioner.id === wish.practitionerId)
  const { offered, free, refusal } = findFree(candidates, wish)
  if (refusal !== null) throw refusalProblem(refusal)
  if (free.length > 0) return choosePractitioners(free, Number.parseInt(newId().slice(-6), 16))
  const lost = offered.every((id) => calendar.takenByOthers(id, wish.from, wish.to, caller.personId, now))
  // Taken by the caller's own hold: perhaps this is the retry of a request that succeeded, which the unit of work will replay.
  return lost ? [] : [...offered]
}

/**
 * Waits until no other request of this process is about to take the same time, and claims it. In a race one request goes on to the
 * arbiter at a time; the others learn from its commit that they have lost, without a transaction of their own.
 */
const claimTime = async (
  { slots, claims }: SchedulingPorts,
  wish: Wish,
  reading: Reading,
): Promise<{ order: string[]; settle: () => void }> => {
  for (let calendar = await slots.calendar(reading); ;) {
    let order = whomToTry(calendar, wish, reading)
    if (order.length === 0) {
      // It may have been let go in another process within the last second.
      order = whomToTry(await slots.freshCalendar(reading), wish, reading)
      if (order.length === 0) throw slotTaken()
    }
    const unclaimed = order.find((id) => claims.inTheWay(id, wish.from, wish.to) === null)
    if (unclaimed !== undefined) {
      const settle = claims.claim(unclaimed, wish.from, wish.to)
      return { order: [unclaimed, ...order.filter((id) => id !== unclaimed)], settle }
    }
    await claims.inTheWay(order[0]!, wish.from, wish.to)
  }
}

export const holdSlot = operation<SchedulingPorts>()('holdSlot', {
  gather: async ({ body }, ports, reading) => {
    const { directory, slots } = ports
    if (body.patientId !== undefined && reading.caller.kind === 'proxy')
      await directory.actingFor(reading, body.patientId, 'schedule')
    const [calendar, patient] = await Promise.all([
      slots.calendar(reading),
      body.patientId === undefined ? undefined : directory.patient(reading, body.patientId),
    ])
    const type = calendar.visitType(body.visitTypeId)
    if (!type) throw notFound('visit_type_unknown')
    if (!type.active) throw slotUnavailable('visit_type_retired')
    if (
      body.practitionerId !== undefined &&
      !(isKnownForm(body.practitionerId) && calendar.practitioner(body.practitionerId))
    )
      throw notFound('practitioner_unknown')
    const start = new Date(body.start)
    const { from, to } = busyRange(type, start)
    const wish: Wish = {
      type,
      start: start.getTime(),
      now: reading.now.getTime(),
      patient,
      state: patient?.state,
      practitionerId: body.practitionerId,
      from: from.getTime(),
      to: to.getTime(),
    }
    const claim = await claimTime(ports, wish, reading)
    const summaries = new Map(claim.order.map((id) => [id, calendar.summary(id, reading.now)!]))
    return { ports, type, patient, summaries, ...claim }
  },

  keep: async ({ body }, { ports, type, patient, summaries, order, settle }, { tx, caller, now, newId, emit }) => {
    const { policy, slots } = ports
    const { organizationId, personId } = caller
    try {
      if ((await countHolds(tx, personId, now)) >= policy.holdsPerPerson[caller.kind]) throw tooManyHolds()
      const start = new Date(body.start)
      for (const practitionerId of order) {
        const request = {
          id: newId(),
          practitionerId,
          personId,
          patientId: patient?.id ?? null,
          stateCode: null,
          start,
        }
        const hold = placeHold(request, type, policy, now)
        const busy = {
          id: hold.id,
          practitionerId,
          ...busyRange(type, start),
          expiresAt: hold.expiresAt,
          heldBy: personId,
        }
        if (!(await takeTime(tx, organizationId, busy, now))) continue
        await insertHold(tx, organizationId, hold)
        await emit(holdPlaced(hold))
        slots.onCommit(organizationId, (current) => {
          current.taken(busy)
          settle()
        })
        const headers = { location: `/v1/holds/${hold.id}` }
        return { status: 201, headers, body: describeHold(hold, summaries.get(practitionerId)!, policy) }
      }
      throw slotTaken()
    } catch (error) {
      settle()
      throw error
    }
  },
})
