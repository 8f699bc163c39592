import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentRescheduled } from '../../events.ts'
import { changeTerms, rescheduleAppointment as reschedule } from '../../kernel/model/appointment.ts'
import { busyRange } from '../../kernel/model/hold.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments, readAppointment } from '../../kernel/store/appointments.ts'
import { confirmHold, releaseTime } from '../../kernel/store/busy.ts'
import { holds, readHold } from '../../kernel/store/holds.ts'
import { requirePatientFits } from '../workflows/require-patient-fits.ts'
import { visibleDetails } from '../workflows/require-visible-appointment.ts'

/** Moves an appointment to a held time: confirms the new time and releases the old one. */
export const rescheduleAppointment = operation<SchedulingPorts>()('rescheduleAppointment', {
  gather: async ({ path: { appointmentId }, body }, ports, context) => {
    const calendar = await ports.slots.calendar(context)
    const appointment = await readAppointment(context.db, context, appointmentId)
    const hold = await readHold(context.db, context, body.holdId)
    const presenter = await requirePatientFits(ports, context, calendar, hold, appointment.patientId, appointmentId)
    const scopesFor = await ports.directory.scopesFor(context)
    const details = await visibleDetails(context.db, context, scopesFor, appointment)
    return { ...presenter, appointment, hold, details, slots: ports.slots, policy: ports.policy }
  },

  decide: (
    _,
    { appointment: before, hold, details, slots, type, policy, requireNoOtherVisit, requireSupport, present },
    { caller, access, now },
  ) => {
    const terms = changeTerms(type, policy, access.reach)
    const after = reschedule(before, hold, terms, now, requireSupport())
    requireNoOtherVisit()
    const { practitionerId } = after
    const busy = { id: hold.id, practitionerId, ...busyRange(type, hold.start), expiresAt: null, heldBy: null }
    return {
      writes: [
        appointments.replace(after, before),
        holds.replace({ ...hold, state: 'booked' }, hold),
        confirmHold(hold.id, before.id),
        releaseTime(before.busyId),
      ],
      events: [appointmentRescheduled(before, after)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          calendar.addBusy(busy)
          calendar.removeBusy(before.practitionerId, before.busyId)
        }),
      answer: { status: 200, body: present(after, details) },
    }
  },
})
