import { eventMaker, type EventData, type NewEvent } from '../../platform/contracts/event.ts'
import type { Delivery } from './model/delivery.ts'
import type { HeldPartnerMessage } from './model/partner-message.ts'
import type { Preferences } from './model/preferences.ts'
import type { Author, Thread } from './model/thread.ts'
import type { Endpoint } from './store/webhooks.ts'

const threadFacts = (thread: Thread) => ({
  threadId: thread.id,
  patientId: thread.patientId,
  assigneeRole: thread.assigneeRole,
  assigneeId: thread.assigneeId,
  status: thread.status,
  version: thread.version,
})
export const messagePosted = eventMaker('messaging.message-posted', (thread: Thread, by: Author['kind']) => ({
  ...threadFacts(thread),
  messageId: thread.lastMessageId,
  by,
}))
export const visitMessagePosted = eventMaker(
  'messaging.visit-message-posted',
  (thread: Thread, visitId: string, by: Author['kind']) => ({
    ...threadFacts(thread),
    visitId,
    messageId: thread.lastMessageId,
    by,
  }),
)
/** A message of a room is another event: those who take part in the visit receive it, and its notice can wait. */
export const postedIn = (thread: Thread, by: Author['kind']): NewEvent =>
  thread.topic === 'visit' && thread.visitId !== null
    ? visitMessagePosted(thread, thread.visitId, by)
    : messagePosted(thread, by)
/** Assigned, closed or reopened. The previous assignee also receives it. */
export const threadChanged = eventMaker('messaging.thread-changed', (before: Thread, after: Thread) => ({
  ...threadFacts(after),
  previousRole: before.assigneeRole,
  previousAssigneeId: before.assigneeId,
}))
export const threadRead = eventMaker('messaging.thread-read', (thread: Thread, { kind, id }: Author) => ({
  threadId: thread.id,
  patientId: thread.patientId,
  readerId: id,
  by: kind,
}))

export const deliveryChanged = eventMaker('messaging.delivery-changed', (delivery: Delivery) => ({
  deliveryId: delivery.id,
  patientId: delivery.patientId,
  kind: delivery.kind,
  channel: delivery.channel,
  status: delivery.status,
}))

export const preferencesChanged = eventMaker(
  'messaging.preferences-changed',
  (patientId: string, { tellFirstAccess, version }: Preferences) => ({ patientId, tellFirstAccess, version }),
)

/** A patient replied STOP or START from a number that received messages for this patient. */
export const numberStopped = eventMaker('messaging.number-stopped', (patientId: string, stopped: boolean) => ({
  patientId,
  stopped,
}))

export const partnerMessageHeld = eventMaker(
  'messaging.partner-message-held',
  (
    messageId: string,
    { patientId, kind, reason, urgent }: Pick<HeldPartnerMessage, 'patientId' | 'kind' | 'reason' | 'urgent'>,
  ) => ({
    ...{ messageId, patientId, kind, reason, urgent },
  }),
)
export const partnerMessageResolved = eventMaker(
  'messaging.partner-message-resolved',
  (
    messageId: string,
    patientId: string | null,
    resolution: EventData['messaging.partner-message-resolved']['resolution'],
  ) => ({ messageId, patientId, resolution }),
)

export const webhookEndpointChanged = eventMaker('messaging.webhook-endpoint-changed', (endpoint: Endpoint) => ({
  endpointId: endpoint.id,
  status: endpoint.status,
  reason: endpoint.statusReason,
  version: endpoint.version,
}))
