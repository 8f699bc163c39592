import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Thread = EventData['messaging.message-posted']

const ids = ({ threadId, patientId }: { readonly threadId: string; readonly patientId: string }) => ({
  threadId,
  patientId,
})
const present = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))]

const assigned = ({ assigneeId, assigneeRole }: Omit<Thread, 'messageId' | 'by'>) => ({
  members: present([assigneeId]),
  roles: [assigneeRole],
})

export const liveRules = [
  ...liveRulesFor(['messaging.message-posted'], 'thread.changed', {
    audience: (thread) => ({ patients: [thread.patientId], ...assigned(thread) }),
    ids,
  }),
  ...liveRulesFor(['messaging.thread-changed'], 'thread.changed', {
    audience: (thread) => ({
      patients: [thread.patientId],
      members: present([thread.assigneeId, thread.previousAssigneeId]),
      roles: [...new Set([thread.assigneeRole, thread.previousRole])],
    }),
    ids,
  }),
  // Only the reader's other open pages.
  ...liveRulesFor(['messaging.thread-read'], 'thread.changed', {
    audience: ({ by, readerId, patientId }) => (by === 'member' ? { members: [readerId] } : { patients: [patientId] }),
    ids,
  }),
]
