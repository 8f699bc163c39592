import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { alertChanged } from '../events.ts'
import { causeOfEscalation, escalateAlert } from '../model/alert.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { raiseTask } from '../model/task.ts'
import { listAlertsToEscalate, replaceAlert } from '../store/alerts.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'

/** An alert that no one acknowledged in time goes to the next role, as an urgent task: its practitioner may be away. */
export const escalateAlerts = (deps: DueChanges, { alert: policy }: FollowUpPolicy): DomainJob => ({
  name: 'follow_up.escalate-alerts',
  everySeconds: 30,
  run: (now) =>
    changeEachDue(deps, now, {
      list: 'follow_up.due_alerts',
      find: listAlertsToEscalate,
      idOf: ({ id }) => id,
      decide: (alert, { newId }) => {
        const escalated = escalateAlert(alert, now)
        const raised = {
          kind: 'intake-alert' as const,
          cause: causeOfEscalation(alert),
          source: { entity: 'Appointment' as const, id: alert.appointmentId },
          patientId: alert.patientId,
        }
        const task = raiseTasks([raiseTask(raised, policy.task, { memberId: null }, newId(), now)])
        return {
          writes: [...task.writes, replaceAlert(escalated, alert)],
          events: [...task.events, alertChanged(escalated)],
          answer: undefined,
        }
      },
    }),
})
