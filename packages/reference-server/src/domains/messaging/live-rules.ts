import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

const text = (value: DomainEvent['data'][string] | undefined): string | null =>
  typeof value === 'string' ? value : null

const threadRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => {
    const members = [text(data['assigneeId']), text(data['previousAssigneeId'])]
    const roles = [text(data['assigneeRole']), text(data['previousRole'])]
    return [
      `patient:${text(data['patientId'])}`,
      ...new Set(members.filter((id) => id !== null).map((id) => `member:${id}`)),
      ...new Set(roles.filter((role) => role !== null).map((role) => `role:${role}`)),
    ]
  },
  message: ({ data }) => ({
    type: 'thread.changed',
    ids: { threadId: String(data['threadId']), patientId: String(data['patientId']) },
  }),
})

export const liveRules: readonly LiveRule[] = [
  threadRule('messaging.message-posted'),
  threadRule('messaging.thread-changed'),
  {
    event: 'messaging.thread-read',
    audience: ({ data }) => [data['by'] === 'member' ? `member:${data['readerId']}` : `patient:${data['patientId']}`],
    message: ({ data }) => ({
      type: 'thread.changed',
      ids: { threadId: String(data['threadId']), patientId: String(data['patientId']) },
    }),
  },
]
