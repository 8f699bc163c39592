import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentRescheduled } from '../events.ts'
import { rescheduleAppointment as reschedule } from '../model/appointment.ts'
import { busyRange } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { readAppointment, updateAppointment } from '../store/appointments.ts'
import { confirmHold, releaseTime } from '../store/busy.ts'
import { readHold, updateHold } from '../store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'
import { visibleDetails } from '../workflows/require-visible-appointment.ts'

/** Moves an appointment to a held time. One transaction confirms the new time and releases the old one. */
export const rescheduleAppointment = operation<SchedulingPorts>()('rescheduleAppointment', {
  gather: async ({ path: { appointmentId }, body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const { patientId } = await readAppointment(context.db, context, appointmentId)
    const hold = await readHold(context.db, context, body.holdId)
    const presenter = await requirePatientFits(ports, context, calendar, hold, patientId)
    return { ...presenter, scopesFor: await ports.directory.scopesFor(context), slots: ports.slots }
  },

  keep: async ({ path: { appointmentId }, body }, { slots, type, present, scopesFor }, context) => {
    const { tx, caller, access, now, emit } = context
    const before = await readAppointment(tx, context, appointmentId, 'for-update')
    const hold = await readHold(tx, context, body.holdId, 'for-update')
    const terms = { bound: access.reach === 'own', cancellationNoticeMinutes: type.cancellationNoticeMinutes }
    const after = reschedule(before, hold, terms, now)
    if (!(await confirmHold(tx, hold.id, null))) throw holdExpired()
    await releaseTime(tx, before.busyId)
    await updateHold(tx, { ...hold, state: 'booked' })
    await updateAppointment(tx, after)
    await emit(appointmentRescheduled(before, after))
    const { practitionerId } = after
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    slots.onCommit(caller.organizationId, (calendar) => {
      calendar.addBusy(busy)
      calendar.removeBusy(before.practitionerId, before.busyId)
    })
    return { status: 200, body: present(after, await visibleDetails(tx, context, scopesFor, before)) }
  },
})
