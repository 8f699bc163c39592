import type { components } from '@visitkit/contract'
import type { JSONColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Audience, DeliveryStatus, SubjectKind } from '../model/delivery.ts'
import type { Channel, Role, Topic } from '../model/messaging-policy.ts'
import type { MessageEffect } from '../model/partner-message.ts'
import type { NotificationKind } from '../model/preferences.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { Thread } from '../model/thread.ts'

type Schemas = components['schemas']
/** `*` means every event. */
export type SubscribedEvent = Schemas['WebhookEndpoint']['events'][number]
export type DeliveredEvent = Schemas['WebhookDelivery']['event']

interface Row {
  organization_id: string
  id: string
}

/** A `type`, because Kysely requires an index signature. */
export type MessagingTables = {
  /** Encrypted: { subject }. */
  'messaging.threads': Row & {
    patient_id: string
    topic: Topic
    status: Thread['status']
    assignee_role: Role
    assignee_id: string | null
    visit_id: string | null
    waiting_for: Thread['waitingFor']
    last_message_id: string
    last_message_at: Date
    version: number
    sealed: Uint8Array
  }
  /** Encrypted: { text }. */
  'messaging.messages': Row & {
    thread_id: string
    patient_id: string
    author_kind: 'patient' | 'proxy' | 'member'
    author_id: string
    at: Date
    sealed: Uint8Array
  }
  /** Encrypted: { content }, base64. */
  'messaging.attachments': Row & {
    patient_id: string
    message_id: string | null
    added_by: string
    kind: 'image' | 'pdf'
    media_type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'
    bytes: number
    created_at: Date
    sealed: Uint8Array
  }
  'messaging.read_marks': Row & { thread_id: string; reader_id: string; reader_kind: string; message_id: string }
  /** The id is the patient's. Encrypted: the preferences. */
  'messaging.preferences': Row & { version: number; sealed: Uint8Array }
  /** The last word of a number, STOP or START, by the vendor's time. */
  'messaging.stopped_numbers': Row & { number_index: Uint8Array; stopped: boolean; at: Date }
  'messaging.deliveries': Row & {
    patient_id: string
    audience: Audience
    kind: NotificationKind
    template: TemplateName
    subject_kind: SubjectKind
    subject_id: string
    dedupe_key: string | null
    shown_at: Date | null
    channel: Channel
    status: DeliveryStatus
    reason_code: string | null
    expires_at: Date
    transmission_id: string | null
    vendor_id: string | null
    number_index: Uint8Array | null
    created_at: Date
    sent_at: Date | null
    settled_at: Date | null
  }
  'messaging.early_reports': Row & {
    vendor_id: string
    status: 'delivered' | 'failed' | 'known'
    reason_code: string | null
    at: Date
  }
  /** Encrypted: the bytes as they came; for the patient, or for the organization while no patient is known. */
  'messaging.partner_messages': Row & {
    source: string
    event_id: string
    fingerprint: string
    reader: string
    received_at: Date
    kind: Schemas['PartnerMessageKind']
    reason: Schemas['PartnerHoldReason'] | null
    state: 'applied' | 'waiting' | 'held' | 'resolved'
    urgent: boolean
    number_index: Uint8Array | null
    patient_id: string | null
    effect: MessageEffect | null
    delivery_id: string | null
    due_at: Date | null
    resolution: Schemas['PartnerMessageResolution'] | null
    resolved_by: string | null
    resolved_at: Date | null
    sealed: Uint8Array
  }
  /** Encrypted: { secret }. */
  'messaging.webhook_endpoints': Row & {
    url: string
    events: SubscribedEvent[]
    status: 'active' | 'disabled'
    disabled_reason: 'failing' | 'member' | null
    failing_since: Date | null
    last_delivered_at: Date | null
    created_at: Date
    version: number
    sealed: Uint8Array
  }
  'messaging.endpoint_lists': Row & { version: number }
  'messaging.webhook_deliveries': Row & {
    endpoint_id: string
    event: DeliveredEvent
    event_id: string
    patient_id: string | null
    body: JSONColumnType<Readonly<Record<string, unknown>>, string, string>
    status: 'queued' | 'delivered' | 'failed'
    transmission_id: string | null
    attempts: number
    last_answer: string | null
    created_at: Date
    settled_at: Date | null
  }
}

export const tablesOf = (db: AnyKysely): Kysely<MessagingTables> => db.withTables<MessagingTables>()
