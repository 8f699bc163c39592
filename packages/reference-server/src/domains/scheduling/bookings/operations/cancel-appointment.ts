import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentCancelled } from '../../events.ts'
import { cancelAppointment as cancel, changeTerms } from '../../kernel/model/appointment.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments, readAppointment } from '../../kernel/store/appointments.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import { readAppointmentPresenter } from '../workflows/read-appointment-presenter.ts'
import { visibleDetails } from '../workflows/require-visible-appointment.ts'

export const cancelAppointment = operation<SchedulingPorts>()('cancelAppointment', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    const appointment = await readAppointment(context.db, context, appointmentId)
    await ports.directory.actingFor(context, appointment.patientId, 'schedule')
    const [presenter, scopesFor] = await Promise.all([
      readAppointmentPresenter(ports, context, [appointment]),
      ports.directory.scopesFor(context),
    ])
    const details = await visibleDetails(context.db, context, scopesFor, appointment)
    return { ...presenter, appointment, details, slots: ports.slots, policy: ports.policy }
  },

  decide: ({ body }, { appointment: before, details, slots, policy, typeOf, present }, { caller, access, now }) => {
    const terms = changeTerms(typeOf(before), policy, access.reach)
    const after = cancel(before, body.reason, terms, now)
    return {
      writes: [appointments.replace(after, before), ...releaseTimes(before)],
      events: [appointmentCancelled(after)],
      committed: () => slots.apply(caller.organizationId, (calendar) => removeRows(calendar, before)),
      answer: { status: 200, body: present(after, details) },
    }
  },
})
