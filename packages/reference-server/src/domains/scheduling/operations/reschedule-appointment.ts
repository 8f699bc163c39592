import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentRescheduled } from '../events.ts'
import { rescheduleAppointment as reschedule } from '../model/appointment.ts'
import { busyRange } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { readAppointment, updateAppointment } from '../store/appointments.ts'
import { keepTime, releaseTime } from '../store/busy.ts'
import { readHold, updateHold } from '../store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'
import { detailsInSight } from '../workflows/see-appointment.ts'

/** Moves an appointment to a held time. The old time is free the moment the new one is kept: one transaction. */
export const rescheduleAppointment = operation<SchedulingPorts>()('rescheduleAppointment', {
  gather: async ({ path: { appointmentId }, body }, ports, reading) => {
    const calendar = await ports.slots.calendar(reading)
    const { patientId } = await readAppointment(reading.db, reading, appointmentId)
    const hold = await readHold(reading.db, reading, body.holdId)
    const context = await requirePatientFits(ports, reading, calendar, hold, patientId)
    return { ...context, scopesFor: await ports.directory.scopesFor(reading), slots: ports.slots }
  },

  keep: async ({ path: { appointmentId }, body }, { slots, type, describe, scopesFor }, keeping) => {
    const { tx, caller, access, now, emit } = keeping
    const before = await readAppointment(tx, keeping, appointmentId, 'lock')
    const hold = await readHold(tx, keeping, body.holdId, 'lock')
    const changer = { bound: access.reach === 'own', cancelNoticeMinutes: type.cancelNoticeMinutes }
    const after = reschedule(before, hold, changer, now)
    if (!(await keepTime(tx, hold.id, null))) throw holdExpired()
    await releaseTime(tx, before.busyId)
    await updateHold(tx, { ...hold, state: 'booked' })
    await updateAppointment(tx, after)
    await emit(appointmentRescheduled(before, after))
    const { practitionerId } = after
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    slots.onCommit(caller.organizationId, (calendar) => {
      calendar.taken(busy)
      calendar.released(before.practitionerId, before.busyId)
    })
    return { status: 200, body: describe(after, await detailsInSight(tx, keeping, scopesFor, before)) }
  },
})
