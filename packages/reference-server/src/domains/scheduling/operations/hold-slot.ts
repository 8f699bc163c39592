import type { Change } from '../../../platform/contracts/change.ts'
import { operation, type OperationResult } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { holdPlaced } from '../events.ts'
import { presentHold } from '../presenters/present-hold.ts'
import { busyRange, placeHold, type Hold } from '../model/hold.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import type { SchedulingPorts } from '../ports.ts'
import { slotTaken, slotUnavailable, tooManyHolds } from '../problems.ts'
import { takeTime } from '../store/busy.ts'
import { countHolds, holds } from '../store/holds.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { gatherOpenAppointments } from '../workflows/gather-open-appointments.ts'
import { claimTime, type SlotRequest } from '../workflows/claim-time.ts'

export const holdSlot = operation<SchedulingPorts>()('holdSlot', {
  gather: async ({ body }, ports, context) => {
    const { directory, slots } = ports
    if (body.patientId !== undefined) await directory.actingFor(context, body.patientId, 'schedule')
    const [calendar, patient] = await Promise.all([
      slots.calendarKnowing(context, { visitTypeId: body.visitTypeId, practitionerId: body.practitionerId }),
      body.patientId === undefined ? undefined : directory.patient(context, body.patientId),
    ])
    const type = calendar.visitType(body.visitTypeId)
    if (!type) throw notFound('visit_type_unknown')
    if (!type.active) throw slotUnavailable('visit_type_retired')
    if (
      body.practitionerId !== undefined &&
      !(isUuid(body.practitionerId) && calendar.practitioner(body.practitionerId))
    )
      throw notFound('practitioner_unknown')
    const start = new Date(body.start)
    const { from, to } = busyRange(type, start)
    const slotRequest: SlotRequest = {
      type,
      start: start.getTime(),
      now: context.now.getTime(),
      patient,
      state: body.state ?? patient?.state,
      practitionerId: body.practitionerId,
      from: from.getTime(),
      to: to.getTime(),
    }
    const describe = (hold: Hold) => {
      const practitioner = calendar.summary(hold.practitionerId, context.now)
      if (!practitioner) throw notFound('practitioner_unknown')
      return presentHold(hold, practitioner, ports.policy)
    }
    const { policy } = ports
    if (
      (await countHolds(context.db, context.caller.personId, context.now)) >= policy.holdsPerPerson[context.caller.kind]
    )
      throw tooManyHolds()
    // The booking decides. Here the refusal comes before the person has typed a reason.
    const open = patient === undefined ? null : await gatherOpenAppointments(context, patient.id, type.id)
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    // Last: from here on, others wait until it is known whether the time was reserved.
    const claim = await claimTime(ports, slotRequest, context)
    return { policy, slots, type, patient, describe, ...claim }
  },

  decide: ({ body }, { policy, slots, type, patient, describe, order, settle }, { caller, now, newId }) => {
    const { organizationId, personId } = caller
    const start = new Date(body.start)
    /** With the first of these practitioners whose time is free. */
    const holdWith = ([practitionerId, ...others]: readonly string[]): Change<OperationResult<'holdSlot'>> => {
      if (practitionerId === undefined) throw slotTaken()
      const request = {
        id: newId(),
        practitionerId,
        personId,
        patientId: patient?.id ?? null,
        stateCode: body.state ?? null,
        start,
      }
      const hold = placeHold(request, type, policy, now)
      const { id, expiresAt } = hold
      const busy = { id, practitionerId, ...busyRange(type, start), expiresAt, heldBy: personId }
      return {
        writes: [takeTime(busy, now), holds.insert(hold)],
        events: [holdPlaced(hold)],
        committed: () => slots.apply(organizationId, (calendar) => calendar.addBusy(busy)),
        settled: settle,
        otherwise: () => holdWith(others),
        answer: { status: 201, headers: { location: `/v1/holds/${id}` }, body: describe(hold) },
      }
    }
    return holdWith(order)
  },
})
