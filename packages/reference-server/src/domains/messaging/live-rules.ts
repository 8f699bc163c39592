import type { EventData } from '../../platform/contracts/event.ts'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Thread = Omit<EventData['messaging.message-posted'], 'messageId' | 'by'>

const ids = ({ threadId, patientId }: { readonly threadId: string; readonly patientId: string }) => ({
  threadId,
  patientId,
})
const present = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))]

const assigned = ({ assigneeId, assigneeRole }: Thread) => ({
  members: present([assigneeId]),
  roles: [assigneeRole],
})

export const liveRules = [
  ...liveRulesFor(['messaging.message-posted', 'messaging.visit-message-posted'], 'thread.changed', {
    audience: (thread) => ({ patients: [thread.patientId], ...assigned(thread) }),
    ids,
  }),
  // Everyone who may be in the room, as far as they may read the visit.
  ...liveRulesFor(['messaging.visit-message-posted'], 'visit-thread.changed', {
    audience: ({ patientId, assigneeId }) => ({
      patients: [patientId],
      members: present([assigneeId]),
      roles: ['practitioner', 'nurse'],
    }),
    ids: ({ visitId, patientId }) => ({ visitId, patientId }),
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
  // Those who may read them. It names no patient: who wrote is often what is not known.
  ...liveRulesFor(['messaging.partner-message-held', 'messaging.partner-message-resolved'], 'partner-message.changed', {
    audience: () => ({ roles: ['practitioner', 'nurse'] }),
    ids: ({ messageId }) => ({ messageId }),
  }),
]
