import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentBooked } from '../events.ts'
import { bookAppointment as book } from '../model/appointment.ts'
import { busyRange } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { appointmentInsertion } from '../store/appointments.ts'
import { keepTime } from '../store/busy.ts'
import { changeOfHold, readHold } from '../store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'

export const bookAppointment = operation<SchedulingPorts>()('bookAppointment', {
  gather: async ({ body }, ports, reading) => {
    const calendar = await ports.slots.calendar(reading)
    const hold = await readHold(reading.db, reading, body.holdId)
    const context = await requirePatientFits(ports, reading, calendar, hold, body.patientId)
    return { ...context, slots: ports.slots }
  },

  keep: async ({ body }, { slots, type, describe }, keeping) => {
    const { tx, caller, now, newId, emit, beside } = keeping
    const hold = await readHold(tx, keeping, body.holdId, 'lock')
    const appointment = book(newId(), hold, body.patientId, now)
    if (!(await keepTime(tx, hold.id, null))) throw holdExpired()
    const details = {
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.language === undefined ? {} : { language: body.language }),
    }
    beside(changeOfHold(tx, { ...hold, state: 'booked' }))
    beside(await appointmentInsertion(tx, keeping, appointment, details))
    await emit(appointmentBooked(appointment))
    const { practitionerId } = appointment
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    slots.onCommit(caller.organizationId, (calendar) => calendar.taken(busy))
    const headers = { location: `/v1/appointments/${appointment.id}` }
    return { status: 201, headers, body: describe(appointment, details) }
  },
})
