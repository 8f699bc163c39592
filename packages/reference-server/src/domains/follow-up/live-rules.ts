import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

type Data = DomainEvent['data']

/** A summary concerns the patient, and the practitioner who may have it open. */
const summaryRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => [`patient:${data['patientId']}`, `practitioner:${data['practitionerId']}`],
  message: ({ data }) => ({
    type: 'summary.changed',
    ids: { visitId: String(data['visitId']), patientId: String(data['patientId']) },
  }),
})

const whoHas = ({ assigneeRole, assigneeId }: Data): string[] =>
  assigneeId === null ? [`role:${assigneeRole}`] : [`member:${assigneeId}`]

export const liveRules: readonly LiveRule[] = [
  summaryRule('follow_up.summary-published'),
  summaryRule('follow_up.next-visit-changed'),
  {
    event: 'follow_up.task-changed',
    audience: ({ data }) => whoHas(data),
    message: ({ data }) => ({
      type: 'task.changed',
      ids: {
        taskId: String(data['taskId']),
        ...(typeof data['patientId'] === 'string' && { patientId: data['patientId'] }),
      },
    }),
  },
  {
    event: 'follow_up.referral-changed',
    audience: () => ['role:practitioner', 'role:nurse', 'role:front-desk'],
    message: ({ data }) => ({
      type: 'referral.changed',
      ids: { referralId: String(data['referralId']), patientId: String(data['patientId']) },
    }),
  },
]
