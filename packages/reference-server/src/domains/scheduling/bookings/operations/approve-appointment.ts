import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentApproved, appointmentBooked } from '../../events.ts'
import { misfitOf } from '../../kernel/model/start-bounds.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfMisfit } from '../../problems.ts'
import { approveRequest } from '../model/appointment-request.ts'
import { gatherRequest } from '../workflows/gather-request.ts'

/** Books a requested time. Age and license are checked again, as when a hold is booked. */
export const approveAppointment = operation<SchedulingPorts>()('approveAppointment', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    const gathered = await gatherRequest(ports, context, appointmentId)
    const { appointment, calendar, details } = gathered
    const patient = await ports.directory.patient(context, appointment.patientId)
    const practitioner = calendar.practitioner(appointment.practitionerId)
    const wanted = { patient, state: appointment.stateCode ?? patient.state, language: details.language }
    const misfit = practitioner
      ? misfitOf(practitioner, gathered.typeOf(appointment), wanted, appointment.start.getTime())
      : 'inactive'
    return { ...gathered, misfit }
  },
  decide: (_, { appointment: before, details, misfit, present }, { now }) => {
    const after = approveRequest(before, now)
    if (misfit !== null) throw problemOfMisfit(misfit)
    return {
      writes: [appointments.replace(after, before)],
      events: [appointmentApproved(after), appointmentBooked(after)],
      answer: { status: 200, body: present(after, details) },
    }
  },
})
