import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { holdPlaced } from '../events.ts'
import { presentHold } from '../presenters/present-hold.ts'
import { busyRange, placeHold, type Hold } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { slotTaken, slotUnavailable, tooManyHolds } from '../problems.ts'
import { takeTime } from '../store/busy.ts'
import { countHolds, insertHoldStatement } from '../store/holds.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
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
    const claim = await claimTime(ports, slotRequest, context)
    const describe = (hold: Hold) => {
      const practitioner = calendar.summary(hold.practitionerId, context.now)
      if (!practitioner) throw notFound('practitioner_unknown')
      return presentHold(hold, practitioner, ports.policy)
    }
    return { ports, type, patient, describe, ...claim }
  },

  keep: async (
    { body },
    { ports, type, patient, describe, order, settle },
    { tx, caller, now, newId, emit, defer },
  ) => {
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
          stateCode: body.state ?? null,
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
        defer(insertHoldStatement(tx, organizationId, hold))
        await emit(holdPlaced(hold))
        slots.onCommit(organizationId, (current) => {
          current.addBusy(busy)
          settle()
        })
        const headers = { location: `/v1/holds/${hold.id}` }
        return { status: 201, headers, body: describe(hold) }
      }
      throw slotTaken()
    } catch (error) {
      settle()
      throw error
    }
  },
})
