import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentBooked } from '../../events.ts'
import { bookAppointment as book } from '../../kernel/model/appointment.ts'
import { busyRange } from '../../kernel/model/hold.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import { confirmHold } from '../../kernel/store/busy.ts'
import { holds, readHold } from '../../kernel/store/holds.ts'
import { advanceBookings } from '../store/open-appointments.ts'
import { gatherOpenAppointments } from '../workflows/gather-open-appointments.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'

export const bookAppointment = operation<SchedulingPorts>()('bookAppointment', {
  gather: async ({ body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const hold = await readHold(context.db, context, body.holdId)
    const presenter = await requirePatientFits(ports, context, calendar, hold, body.patientId)
    const open = await gatherOpenAppointments(context, body.patientId, hold.visitTypeId)
    return { ...presenter, hold, open, slots: ports.slots, policy: ports.policy }
  },

  decide: ({ body }, gathered, { caller, now, newId }) => {
    const { hold, open, slots, policy, type, patient, requireNoOtherVisit, requireSupport, present } = gathered
    const appointment = book(newId(), hold, patient, now, requireSupport())
    requireNoOtherVisit()
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    const language = body.language ?? hold.language ?? undefined
    const details = {
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(language === undefined ? {} : { language }),
    }
    const { practitionerId } = appointment
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    return {
      writes: [
        holds.replace({ ...hold, state: 'booked' }, hold),
        confirmHold(hold.id, appointment.id),
        appointments.insert(appointment, details),
        ...(open ? [advanceBookings(body.patientId, open.version)] : []),
      ],
      events: [appointmentBooked(appointment)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.addBusy(busy)),
      answer: {
        status: 201,
        headers: { location: `/v1/appointments/${appointment.id}` },
        body: present(appointment, details),
      },
    }
  },
})
