import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { alertChanged } from '../events.ts'
import { acknowledgeAlert as acknowledge, causeOfEscalation } from '../model/alert.ts'
import { presentAlertState } from '../presenters/present-alert.ts'
import type { FollowUpContext } from '../ports.ts'
import { alertAcknowledged } from '../problems.ts'
import { replaceAlert } from '../store/alerts.ts'
import { listOpenTasksBySource } from '../store/tasks.ts'
import { gatherAlert } from '../workflows/gather-alert.ts'
import { settleTasks } from '../workflows/raise-tasks.ts'

/** Asks for no version: what a screen has missed in the meantime must not delay the one who takes an emergency on. */
export const acknowledgeAlert = operation<FollowUpContext>()('acknowledgeAlert', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherAlert(ports, context, path.alertId)
    const { organizationId } = context.caller
    const tasks = await listOpenTasksBySource(
      context.db,
      organizationId,
      ['intake-alert'],
      [loaded.alert.appointmentId],
    )
    return { ...loaded, memberId: personUuidOf(context.caller), tasks }
  },
  decide: (_, { alert, names, memberId, tasks }, { now }) => {
    const { acknowledgedBy } = alert
    if (acknowledgedBy === memberId) return { answer: { status: 200, body: presentAlertState(alert, names) } }
    if (acknowledgedBy !== null) throw alertAcknowledged(names.get(`member:${acknowledgedBy}`))
    const acknowledged = acknowledge(alert, memberId, now)
    const escalated = tasks.filter(({ cause }) => cause === causeOfEscalation(alert))
    const settled = settleTasks(escalated, now)
    return {
      writes: [...settled.writes, replaceAlert(acknowledged, alert)],
      events: [alertChanged(acknowledged), ...settled.events],
      answer: { status: 200, body: presentAlertState(acknowledged, names) },
    }
  },
})
