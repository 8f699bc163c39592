import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentBooked } from '../events.ts'
import { bookAppointment as book } from '../model/appointment.ts'
import { busyRange } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { insertAppointmentStatement } from '../store/appointments.ts'
import { confirmHold } from '../store/busy.ts'
import { updateHoldStatement, readHold } from '../store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'

export const bookAppointment = operation<SchedulingPorts>()('bookAppointment', {
  gather: async ({ body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const hold = await readHold(context.db, context, body.holdId)
    const presenter = await requirePatientFits(ports, context, calendar, hold, body.patientId)
    return { ...presenter, slots: ports.slots }
  },

  keep: async ({ body }, { slots, type, present }, context) => {
    const { tx, caller, now, newId, emit, defer } = context
    const hold = await readHold(tx, context, body.holdId, 'for-update')
    const appointment = book(newId(), hold, body.patientId, now)
    if (!(await confirmHold(tx, hold.id, null))) throw holdExpired()
    const details = {
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.language === undefined ? {} : { language: body.language }),
    }
    defer(updateHoldStatement(tx, { ...hold, state: 'booked' }))
    defer(await insertAppointmentStatement(tx, context, appointment, details))
    await emit(appointmentBooked(appointment))
    const { practitionerId } = appointment
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    slots.onCommit(caller.organizationId, (calendar) => calendar.addBusy(busy))
    const headers = { location: `/v1/appointments/${appointment.id}` }
    return { status: 201, headers, body: present(appointment, details) }
  },
})
