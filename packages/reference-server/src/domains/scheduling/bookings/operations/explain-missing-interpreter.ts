import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentReasonChanged } from '../../events.ts'
import { changeReason } from '../../kernel/model/appointment.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { interpreterNotMissing } from '../../problems.ts'
import { appointments, decryptDetails, readAppointment } from '../../kernel/store/appointments.ts'
import { readAppointmentPresenter } from '../workflows/read-appointment-presenter.ts'

/** Why the visit takes place without the interpreter whom the patient needs. A later reason replaces an earlier one. */
export const explainMissingInterpreter = operation<SchedulingPorts>()('explainMissingInterpreter', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    const appointment = await readAppointment(context.db, context, appointmentId)
    await ports.directory.actingFor(context, appointment.patientId, 'visit')
    const [{ present }, details] = await Promise.all([
      readAppointmentPresenter(ports, context, [appointment]),
      decryptDetails(context.db, context, appointment),
    ])
    return { appointment, details, present }
  },

  decide: ({ body: { reason } }, { appointment: before, details: known, present }, { now }) => {
    if (!known.missingInterpreter) throw interpreterNotMissing()
    const after = changeReason(before, now)
    const details = { ...known, missingInterpreter: { ...known.missingInterpreter, reason } }
    return {
      writes: [appointments.replace(after, before, details)],
      events: [appointmentReasonChanged(after)],
      answer: { status: 200, body: present(after, details) },
    }
  },
})
