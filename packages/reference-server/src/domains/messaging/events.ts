import type { NewEvent } from '../../platform/seams.ts'
import type { Delivery } from './model/delivery.ts'
import type { Author, Thread } from './model/thread.ts'
import type { Endpoint } from './store/webhooks.ts'

/** What this domain tells. Ids, codes, times and versions; README.md lists the payloads. */

const threadData = (thread: Thread) => ({
  threadId: thread.id,
  patientId: thread.patientId,
  assigneeRole: thread.assigneeRole,
  assigneeId: thread.assigneeId,
  status: thread.status,
  version: thread.version,
})

/** `by` says which side wrote: `patient`, `proxy` or `member`. */
export const messagePosted = (thread: Thread, by: Author['kind']): NewEvent => ({
  type: 'messaging.message-posted',
  data: { ...threadData(thread), messageId: thread.lastMessageId, by },
})

/** Taken, given away, closed or opened. Those who had it before hear of it too. */
export const threadChanged = (before: Thread, after: Thread): NewEvent => ({
  type: 'messaging.thread-changed',
  data: {
    ...threadData(after),
    previousRole: before.assigneeRole,
    previousAssigneeId: before.assigneeId,
  },
})

/** Read by one person; only their own pages care. */
export const threadRead = (thread: Thread, { kind, id }: Author): NewEvent => ({
  type: 'messaging.thread-read',
  data: { threadId: thread.id, patientId: thread.patientId, readerId: id, by: kind },
})

export const deliveryChanged = (delivery: Delivery): NewEvent => ({
  type: 'messaging.delivery-changed',
  data: {
    deliveryId: delivery.id,
    patientId: delivery.patientId,
    kind: delivery.kind,
    channel: delivery.channel,
    status: delivery.status,
  },
})

export const preferencesChanged = (patientId: string, version: number): NewEvent => ({
  type: 'messaging.preferences-changed',
  data: { patientId, version },
})

/** Somebody answered STOP, or START, to messages that were for this patient. */
export const numberStopped = (patientId: string, stopped: boolean): NewEvent => ({
  type: 'messaging.number-stopped',
  data: { patientId, stopped },
})

export const webhookEndpointChangedType = 'messaging.webhook-endpoint-changed'
export const webhookEndpointChanged = (endpoint: Endpoint): NewEvent => ({
  type: webhookEndpointChangedType,
  data: {
    endpointId: endpoint.id,
    status: endpoint.status,
    reason: endpoint.statusReason,
    version: endpoint.version,
  },
})
