import type { Change } from '../../../../platform/contracts/change.ts'
import { operation, type OperationResult } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { holdPlaced, holdReleased } from '../../events.ts'
import { presentHold } from '../../kernel/presenters/present-hold.ts'
import { changeTerms, requireChangeable } from '../../kernel/model/appointment.ts'
import { busyRange, overlappingHolds, placeHold, type Hold } from '../../kernel/model/hold.ts'
import { offeredTo, requireSelfService } from '../model/appointment-request.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import { ownHoldsInPlace } from '../model/practitioner-load.ts'
import { advanceHolds, releaseExpiredOfWeek } from '../store/practitioner-loads.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { heldByYou, slotTaken, slotUnavailable, tooManyHolds } from '../../problems.ts'
import { releaseTime, takeTime } from '../../kernel/store/busy.ts'
import { holdOverrides } from '../../kernel/store/hold-overrides.ts'
import { holds } from '../../kernel/store/holds.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { gatherOpenAppointments } from '../workflows/gather-open-appointments.ts'
import { claimOverriddenTime } from '../workflows/claim-overridden-time.ts'
import { claimTime, type SlotRequest } from '../workflows/claim-time.ts'
import { readAsking } from '../workflows/read-asking.ts'
import { readLastPractitioner } from '../workflows/read-last-practitioner.ts'
import { requireOverridable } from '../workflows/require-overridable.ts'
import { requireState } from '../workflows/require-state.ts'

const minuteMs = 60_000

export const holdSlot = operation<SchedulingPorts>()('holdSlot', {
  gather: async ({ body }, ports, context) => {
    const { slots, policy } = ports
    const { visitTypeId, practitionerId } = body
    if (body.state !== undefined) requireState(body.state, '/state')
    const calendar = await slots.calendarKnowing(context, { visitTypeId, practitionerId })
    const installed = calendar.visitType(visitTypeId)
    if (!installed) throw notFound('visit_type_unknown')
    const type = offeredTo(installed, context.access.reach, policy)
    if (!type.active) throw slotUnavailable('visit_type_retired')
    requireSelfService(type, context.access.reach, body.appointmentId !== undefined)
    const overridden = body.override ? await requireOverridable(ports, context, body) : undefined
    if (practitionerId !== undefined && !(isUuid(practitionerId) && calendar.practitioner(practitionerId)))
      throw notFound('practitioner_unknown')
    const start = new Date(body.start)
    const visit = { from: start.getTime(), to: start.getTime() + type.minutes * minuteMs }
    const asking = await readAsking(ports, context, { ...body, period: visit, pointer: '/', isToHold: true })
    const { patient, appointment, holds: all, ownHolds } = asking
    if (appointment) requireChangeable(appointment, changeTerms(type, policy, context.access.reach), context.now)
    const range = busyRange(type, start)
    const inTheWay = (id: string): readonly Hold[] => overlappingHolds(all, id, range, (one) => calendar.visitType(one))
    /** What a hold with this practitioner replaces: the hold that the request names, and those for the same patient that it overlaps. */
    const replacedWith = (id: string | undefined): readonly Hold[] => {
      const overlapped = id === undefined ? [] : inTheWay(id)
      return all.filter(
        (hold) => hold.id === body.replacesHoldId || (ownHolds.includes(hold) && overlapped.includes(hold)),
      )
    }
    if (all.length - replacedWith(practitionerId).length >= policy.holdsPerPerson[context.caller.kind])
      throw tooManyHolds()
    const preferredId =
      body.prefer && practitionerId === undefined
        ? await readLastPractitioner(context, calendar, type.specialty, patient?.id, '/patientId')
        : undefined
    const slotRequest: SlotRequest = {
      type,
      start: start.getTime(),
      now: context.now.getTime(),
      offerMinutes: policy.offerMinutes,
      zone: asking.zone,
      patient,
      otherVisits: asking.otherVisits,
      except: asking.except,
      language: body.language,
      state: body.state ?? appointment?.stateCode ?? patient?.state,
      practitionerId,
      preferredId,
      uncounted: [...asking.except, ...all.filter(({ id }) => id === body.replacesHoldId).map(({ id }) => id)],
      from: range.from.getTime(),
      to: range.to.getTime(),
    }
    const describe = (hold: Hold) => {
      const practitioner = calendar.summary(hold.practitionerId, context.now)
      if (!practitioner) throw notFound('practitioner_unknown')
      return presentHold(hold, practitioner, policy)
    }
    // The booking decides. Here the refusal comes before the person has typed a reason.
    const open = !patient || appointment ? null : await gatherOpenAppointments(context, patient.id, type.id)
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    // Last: from here on, others wait until it is known whether the time was reserved.
    const claim =
      overridden === undefined
        ? await claimTime(ports, slotRequest, context)
        : await claimOverriddenTime(ports, { ...slotRequest, practitionerId: overridden }, context)
    return { policy, slots, type, range, patient, appointment, ownHolds, inTheWay, replacedWith, describe, ...claim }
  },

  decide: ({ body }, gathered, { caller, now, newId }) => {
    const { policy, slots, type, range, patient, appointment, ownHolds, inTheWay, replacedWith, describe } = gathered
    const { organizationId, personId } = caller
    const start = new Date(body.start)
    let isHeldByCaller = false
    /** With the first of these practitioners whose time is free. */
    const holdWith = ([practitionerId, ...others]: readonly string[]): Change<OperationResult<'holdSlot'>> => {
      if (practitionerId === undefined) throw (isHeldByCaller ? heldByYou : slotTaken)(gathered.nearest())
      const load = gathered.loads.get(practitionerId)
      const inPlace = load ? ownHoldsInPlace(load, ownHolds) : []
      const replaced = [...new Set([...replacedWith(practitionerId), ...inPlace])]
      const overlapped = inTheWay(practitionerId)
      const newHoldId = newId()
      // Times of one occupant may overlap: the new hold has that of the hold that it replaces, which is released with the same change.
      const occupant = appointment?.id ?? replaced.find((old) => overlapped.includes(old))?.occupant ?? newHoldId
      isHeldByCaller ||= overlapped.some((old) => old.occupant !== occupant)
      const request = {
        id: newHoldId,
        occupant,
        practitionerId,
        personId,
        patientId: patient?.id ?? null,
        stateCode: body.state ?? null,
        language: body.language ?? null,
        appointmentId: appointment?.id ?? null,
        start,
        overridden: body.override !== undefined,
      }
      const hold = placeHold(request, type, policy, now)
      const { id, expiresAt } = hold
      const busy = { id, practitionerId, ...range, expiresAt, heldBy: personId, countedAt: start }
      return {
        writes: [
          ...replaced.flatMap((old) => [holds.replace({ ...old, state: 'released' }, old), releaseTime(old.id)]),
          ...(load ? [advanceHolds(load), releaseExpiredOfWeek(load, now)] : []),
          takeTime(busy, now, occupant),
          holds.insert(hold),
          ...(body.override && patient ? [holdOverrides.insert({ id, patientId: patient.id }, body.override)] : []),
        ],
        events: [...replaced.map((old) => holdReleased(old)), holdPlaced(hold)],
        committed: () =>
          slots.apply(organizationId, (calendar) => {
            for (const old of replaced) calendar.removeBusy(old.practitionerId, old.id)
            calendar.addBusy(busy)
          }),
        settled: gathered.settle,
        otherwise: () => holdWith(others),
        answer: { status: 201, headers: { location: `/v1/holds/${id}` }, body: describe(hold) },
      }
    }
    return holdWith(gathered.order)
  },
})
