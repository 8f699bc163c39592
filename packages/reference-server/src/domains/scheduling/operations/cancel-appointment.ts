import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentCancelled } from '../events.ts'
import { cancelAppointment as cancel } from '../model/appointment.ts'
import type { SchedulingPorts } from '../ports.ts'
import { readAppointment, updateAppointment } from '../store/appointments.ts'
import { releaseTime } from '../store/busy.ts'
import { readAppointmentContext } from '../workflows/read-appointment-context.ts'
import { detailsInSight } from '../workflows/see-appointment.ts'

export const cancelAppointment = operation<SchedulingPorts>()('cancelAppointment', {
  gather: async ({ path: { appointmentId } }, ports, reading) => {
    const appointment = await readAppointment(reading.db, reading, appointmentId)
    await ports.directory.actingFor(reading, appointment.patientId, 'schedule')
    const [context, scopesFor] = await Promise.all([
      readAppointmentContext(ports, reading, [appointment]),
      ports.directory.scopesFor(reading),
    ])
    return { ...context, scopesFor, slots: ports.slots }
  },

  keep: async ({ path: { appointmentId }, body }, { slots, typeOf, describe, scopesFor }, keeping) => {
    const { tx, caller, access, now, emit } = keeping
    const before = await readAppointment(tx, keeping, appointmentId, 'lock')
    const changer = { bound: access.reach === 'own', cancelNoticeMinutes: typeOf(before).cancelNoticeMinutes }
    const after = cancel(before, body.reason, changer, now)
    await releaseTime(tx, before.busyId)
    await updateAppointment(tx, after)
    await emit(appointmentCancelled(after))
    slots.onCommit(caller.organizationId, (calendar) => calendar.released(before.practitionerId, before.busyId))
    return { status: 200, body: describe(after, await detailsInSight(tx, keeping, scopesFor, before)) }
  },
})
