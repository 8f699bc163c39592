import { operation } from '../../../platform/contracts/operation.ts'
import { appointmentCancelled } from '../events.ts'
import { cancelAppointment as cancel } from '../model/appointment.ts'
import type { SchedulingPorts } from '../ports.ts'
import { readAppointment, updateAppointment } from '../store/appointments.ts'
import { releaseTime } from '../store/busy.ts'
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
    return { ...presenter, scopesFor, slots: ports.slots }
  },

  keep: async ({ path: { appointmentId }, body }, { slots, typeOf, present, scopesFor }, context) => {
    const { tx, caller, access, now, emit } = context
    const before = await readAppointment(tx, context, appointmentId, 'for-update')
    const terms = {
      bound: access.reach === 'own',
      cancellationNoticeMinutes: typeOf(before).cancellationNoticeMinutes,
    }
    const after = cancel(before, body.reason, terms, now)
    await releaseTime(tx, before.busyId)
    await updateAppointment(tx, after)
    await emit(appointmentCancelled(after))
    slots.onCommit(caller.organizationId, (calendar) => calendar.removeBusy(before.practitionerId, before.busyId))
    return { status: 200, body: present(after, await visibleDetails(tx, context, scopesFor, before)) }
  },
})
