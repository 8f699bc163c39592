import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { readAppointmentPresenter } from '../../bookings/workflows/read-appointment-presenter.ts'
import { visibleDetails } from '../../bookings/workflows/require-visible-appointment.ts'
import { appointmentCancelled } from '../../events.ts'
import { cancelAppointment as cancel, changeableUntil, changeTerms } from '../../kernel/model/appointment.ts'
import { appointments, listSeriesAppointments } from '../../kernel/store/appointments.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { tooLateToChange } from '../../problems.ts'

/** A visit that has begun, is over or is cancelled stays as it is. */
export const cancelSeries = operation<SchedulingPorts>()('cancelSeries', {
  gather: async ({ path: { seriesId }, body }, ports, context) => {
    const { access, caller, now } = context
    const series = await listSeriesAppointments(context.db, seriesId)
    const [first] = series
    if (!first || (access.reach === 'own' && !caller.patientIds.includes(first.patientId)))
      throw notFound('series_unknown')
    await ports.directory.actingFor(context, first.patientId, 'schedule')
    const from = body.from === undefined ? now : new Date(body.from)
    const ahead = series.filter(({ status, start }) => status === 'booked' && start >= from)
    const [presenter, scopesFor] = await Promise.all([
      readAppointmentPresenter(ports, context, ahead),
      ports.directory.scopesFor(context),
    ])
    const details = await Promise.all(ahead.map((each) => visibleDetails(context.db, context, scopesFor, each)))
    return { ...presenter, ahead, details, patientId: first.patientId, slots: ports.slots, policy: ports.policy }
  },

  decide: ({ path, body }, { ahead, details, patientId, slots, policy, typeOf, present }, { caller, access, now }) => {
    const judged = ahead.map((before, index) => {
      const terms = changeTerms(typeOf(before), policy, access.reach)
      const isTooLate = terms.bound && now > changeableUntil(before, terms)
      return {
        before,
        after: isTooLate ? null : cancel(before, body.reason, terms, now),
        details: details[index] ?? {},
      }
    })
    const changed = judged.flatMap(({ before, after, ...each }) => (after === null ? [] : [{ ...each, before, after }]))
    const kept = judged.filter(({ after }) => after === null)
    if (changed.length === 0 && kept.length > 0) throw tooLateToChange()
    return {
      writes: changed.flatMap(({ before, after }) => [appointments.replace(after, before), ...releaseTimes(before)]),
      events: changed.map(({ after }) => appointmentCancelled(after)),
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          for (const { before } of changed) removeRows(calendar, before)
        }),
      answer: {
        status: 200,
        body: {
          id: path.seriesId,
          patientId,
          cancelled: changed.map((each) => present(each.after, each.details)),
          kept: kept.map((each) => present(each.before, each.details)),
        },
      },
    }
  },
})
