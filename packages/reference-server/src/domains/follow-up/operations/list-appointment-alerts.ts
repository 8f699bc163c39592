import { operation } from '../../../platform/contracts/operation.ts'
import { presentAlertState } from '../presenters/present-alert.ts'
import type { FollowUpContext } from '../ports.ts'
import { listAlertsByAppointment } from '../store/alerts.ts'
import { gatherAssignees } from '../workflows/gather-assignees.ts'

/** For the patient, and a proxy who may act in the visit: whether the clinic has the alert, and who has seen it. */
export const listAppointmentAlerts = operation<FollowUpContext>()('listAppointmentAlerts', {
  gather: async ({ path }, ports, context) => {
    const appointment = await ports.scheduling.appointment(context, path.appointmentId)
    context.access.touch(appointment.patientId)
    await ports.directory.actingFor(context, appointment.patientId, 'visit')
    return appointment
  },
  read: async (_, { id: appointmentId, patientId }, context, ports) => {
    const found = await listAlertsByAppointment(context.db, context, appointmentId)
    const alerts = await Promise.all(found.map(({ decrypt }) => decrypt()))
    const names = await gatherAssignees(
      ports,
      context,
      alerts.map(({ acknowledgedBy }) => acknowledgedBy),
    )
    return {
      status: 200,
      body: { appointmentId, patientId, items: alerts.map((alert) => presentAlertState(alert, names)) },
    }
  },
})
