import type { Alert, AlertState, HowToCall } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatientSummary } from './sample-people.ts'
import { sampleReach } from './sample-reach.ts'
import { find, instant } from './sample-state.ts'

/** Alerts of the intake: one for each emergency answer that was saved. */
export const alertsSample: SampleDomain = ({ state, live, now }) => {
  const states = new Map<string, AlertState>()
  const read = (): AlertState[] => {
    for (const { appointmentId, patientId, emergencies } of state.intake.values())
      for (const code of emergencies) {
        const id = `alert-${appointmentId}-${code}`
        if (states.has(id)) continue
        states.set(id, { id, appointmentId, patientId, code, status: 'raised', raisedAt: instant(now()), version: 1 })
      }
    return [...states.values()]
  }
  const change = (id: string, more: Partial<AlertState>): AlertState => {
    const before = find(read(), id)
    const after: AlertState = { ...before, ...more, version: before.version + 1 }
    states.set(id, after)
    const { appointmentId, patientId } = after
    live.emit({ type: 'alert.changed', ids: { alertId: id, appointmentId, patientId } })
    return after
  }
  // Without a choice the number of the sample is one that a browser can call.
  const calls = (): HowToCall =>
    state.contactChoice.calls === 'recorded'
      ? { ...sampleReach(state).call, phone: '+15555550123' }
      : sampleReach(state).call
  const full = (alert: AlertState): Alert => ({
    ...alert,
    patient: samplePatientSummary,
    practitioner: find(state.appointments, alert.appointmentId).practitioner ?? sampleClinician,
    call: calls(),
    location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '44101', stated: false },
    answers: [
      {
        question: [{ language: 'en', text: 'Do you have pain or pressure in the chest?' }],
        values: [{ boolean: true }],
        chosen: [],
      },
    ],
  })
  return () => ({
    listAlerts: ({ query: { patientId, status } }) => {
      const found = read().filter(
        (alert) =>
          (patientId === undefined || alert.patientId === patientId) &&
          (status === undefined || (alert.status === 'acknowledged') === (status === 'acknowledged')),
      )
      const isTaken = (alert: AlertState): number => Number(alert.status === 'acknowledged')
      return { items: found.toSorted((one, other) => isTaken(one) - isTaken(other)).map(full), more: false }
    },
    listAppointmentAlerts: ({ path }) => ({
      appointmentId: path.appointmentId,
      patientId: find(state.appointments, path.appointmentId).patientId,
      items: read().filter(({ appointmentId }) => appointmentId === path.appointmentId),
    }),
    reportAlertShown: ({ path }) => {
      const alert = find(read(), path.alertId)
      return alert.status === 'raised' ? change(alert.id, { status: 'shown', shownAt: instant(now()) }) : alert
    },
    acknowledgeAlert: ({ path }) => {
      const alert = find(read(), path.alertId)
      const me = { memberId: 'member-jo', displayName: 'Dr. Jo Sample' }
      if (alert.acknowledgedBy?.memberId === me.memberId) return alert
      if (alert.status === 'acknowledged') throw problem(409, 'alert_acknowledged')
      return change(alert.id, {
        status: 'acknowledged',
        shownAt: alert.shownAt ?? instant(now()),
        acknowledgedAt: instant(now()),
        acknowledgedBy: me,
      })
    },
  })
}
