import type { Change } from '../../../../platform/contracts/change.ts'
import { operation, type OperationResult } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { holdPlaced, holdReleased } from '../../events.ts'
import { presentHold } from '../../kernel/presenters/present-hold.ts'
import { changeTerms, requireChangeable } from '../../kernel/model/appointment.ts'
import { busyRange, overlappingClaims, overlappingHolds, placeHold, type Hold } from '../../kernel/model/hold.ts'
import { isGroup, sessionIdOf } from '../../kernel/model/session.ts'
import { offeredTo, requireSelfService } from '../model/appointment-request.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import { ownHoldsInPlace } from '../model/practitioner-load.ts'
import { advanceHolds, releaseExpiredOfWeek } from '../store/practitioner-loads.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { heldByYou, slotTaken, slotUnavailable, tooManyHolds } from '../../problems.ts'
import { holdOverrides } from '../../kernel/store/hold-overrides.ts'
import { takeTime } from '../../kernel/store/busy.ts'
import { releaseTimes, removeRows, rowsOf } from '../../kernel/store/claimed-rows.ts'
import { takeTimes } from '../../kernel/store/take-times.ts'
import { holds } from '../../kernel/store/holds.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { gatherOpenAppointments } from '../workflows/gather-open-appointments.ts'
import { claimOverriddenTime } from '../workflows/claim-overridden-time.ts'
import { isPlain, onlyPractitioner } from '../../resources/workflows/choose-claims.ts'
import { interpreterLanguageOf } from '../../resources/workflows/interpreter-language.ts'
import { readNeeded, readNeeds, requireTakeable } from '../../resources/workflows/read-needs.ts'
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
    const bookedFor = body.appointmentId === undefined && isUuid(body.patientId ?? '') ? body.patientId : undefined
    const [asking, open] = await Promise.all([
      readAsking(ports, context, { ...body, period: visit, pointer: '/', isToHold: true }),
      bookedFor === undefined ? null : gatherOpenAppointments(context, bookedFor, type.id),
    ])
    const { patient, appointment, holds: all, ownHolds } = asking
    if (appointment) requireChangeable(appointment, changeTerms(type, policy, context.access.reach), context.now)
    const range = busyRange(type, start)
    const interpreterLanguage = await interpreterLanguageOf(context, body.interpreterLanguage, appointment)
    const { resourceId } = body
    requireTakeable(calendar, type, { resourceId, interpreterLanguage }, '/resourceId')
    const plain = isPlain(type, { interpreterLanguage })
    const typeOf = (one: string) => calendar.visitType(one)
    const inTheWay = (id: string): readonly Hold[] =>
      plain ? overlappingHolds(all, id, range, typeOf) : overlappingClaims(all, id, range, typeOf)
    /** What a hold with this practitioner replaces: the hold that the request names, and those for the same patient that it overlaps. */
    const replacedWith = (id: string | undefined): readonly Hold[] => {
      const overlapped = id === undefined ? [] : inTheWay(id)
      return all.filter(
        (hold) => hold.id === body.replacesHoldId || (ownHolds.includes(hold) && overlapped.includes(hold)),
      )
    }
    /** Times of one occupant may overlap: the new hold has that of the hold that it replaces, which is released with the same change. */
    const occupantWith = (id: string): string | undefined =>
      isGroup(type)
        ? sessionIdOf(id, type.id, start)
        : (appointment?.id ?? replacedWith(id).find((old) => inTheWay(id).includes(old))?.occupant)
    const state = body.state ?? appointment?.stateCode ?? patient?.state
    const needs = readNeeds(calendar, type, { now: context.now, state, interpreterLanguage, resourceId })
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
      state,
      practitionerId,
      preferredId,
      uncounted: [...asking.except, ...all.filter(({ id }) => id === body.replacesHoldId).map(({ id }) => id)],
      interpreterLanguage,
      resourceId,
      occupantWith,
      needed: readNeeded(calendar, needs, context.now, asking.except),
      from: range.from.getTime(),
      to: range.to.getTime(),
    }
    const describe = (hold: Hold) => {
      const practitioner = calendar.summary(hold.practitionerId, context.now)
      if (!practitioner) throw notFound('practitioner_unknown')
      return presentHold(hold, practitioner, policy, calendar.owners(context.now))
    }
    // The booking decides. Here the refusal comes before the person has typed a reason.
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    // Last: from here on, others wait until it is known whether the time was reserved.
    const claim =
      overridden === undefined
        ? await claimTime(ports, slotRequest, context)
        : await claimOverriddenTime(ports, { ...slotRequest, practitionerId: overridden }, context)
    const asked = { patient, appointment, interpreterLanguage, plain, ownHolds, inTheWay, replacedWith, occupantWith }
    return { policy, slots, type, calendar, describe, ...asked, ...claim }
  },

  decide: ({ body }, gathered, { caller, now, newId }) => {
    const { policy, slots, type, calendar, patient, appointment, ownHolds, inTheWay, replacedWith } = gathered
    const { plain, interpreterLanguage, occupantWith, chosen, describe } = gathered
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
      const occupant = occupantWith(practitionerId) ?? newHoldId
      const isInTheWay = overlapped.some((old) => old.occupant !== occupant)
      isHeldByCaller ||= isInTheWay
      const also = plain ? onlyPractitioner : chosen.get(practitionerId)
      if (also === undefined) isHeldByCaller ||= overlapped.length > 0
      if (also === undefined || (!plain && isInTheWay)) return holdWith(others)
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
        claims: also.claims.map(() => newId()),
        claimOwners: also.claims.map(({ ownerId }) => ownerId),
        seat: also.seat,
        interpreterLanguage: interpreterLanguage ?? null,
      }
      const hold = placeHold(request, type, policy, now)
      const { id, expiresAt } = hold
      const terms = { expiresAt, heldBy: personId, occupant }
      const rows = rowsOf(hold, type, terms, (ownerId) => calendar.resource(ownerId) !== undefined)
      const [row] = rows
      return {
        writes: [
          ...replaced.flatMap((old) => [holds.replace({ ...old, state: 'released' }, old), ...releaseTimes(old)]),
          ...(load ? [advanceHolds(load), releaseExpiredOfWeek(load, now)] : []),
          ...(plain && row ? [takeTime(row, now, occupant)] : takeTimes(rows, now)),
          holds.insert(hold),
          ...(body.override && patient ? [holdOverrides.insert({ id, patientId: patient.id }, body.override)] : []),
        ],
        events: [...replaced.map((old) => holdReleased(old)), holdPlaced(hold)],
        committed: () =>
          slots.apply(organizationId, (calendar) => {
            for (const old of replaced) removeRows(calendar, old)
            for (const row of rows) calendar.addBusy(row)
          }),
        settled: gathered.settle,
        // Of a visit with resources, the last condition is the version of the limits: then all of it is gathered again.
        ...(load && !plain ? {} : { otherwise: () => holdWith(others) }),
        answer: { status: 201, headers: { location: `/v1/holds/${id}` }, body: describe(hold) },
      }
    }
    return holdWith(gathered.order)
  },
})
