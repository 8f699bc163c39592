import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { transmissionsTable } from '../../../../platform/partners/transmissions-table.ts'

const schema = 'messaging'

export const messaging: Migration = {
  id: 'messaging/0001-threads-notices-webhooks',
  statements: [
    ...domainSchema(schema),
    ...transmissionsTable(schema),
    ...tenantTable({
      schema,
      name: 'threads',
      columns: {
        patient_id: 'uuid not null',
        topic: 'text not null',
        status: `text not null check (status in ('open', 'closed'))`,
        assignee_role: 'text not null',
        assignee_id: 'uuid',
        visit_id: 'uuid',
        waiting_for: `text not null check (waiting_for in ('care-team', 'patient', 'none'))`,
        last_message_id: 'uuid not null',
        last_message_at: 'timestamptz not null',
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        '(organization_id, patient_id, last_message_id)',
        '(organization_id, assignee_id, last_message_id)',
        '(organization_id, assignee_role, last_message_id) where assignee_id is null',
        `(organization_id, patient_id) where status = 'open'`,
        `(organization_id, assignee_id) where status = 'open'`,
        `(organization_id, assignee_role) where status = 'open' and assignee_id is null`,
      ],
    }),
    ...tenantTable({
      schema,
      name: 'messages',
      columns: {
        thread_id: 'uuid not null',
        patient_id: 'uuid not null',
        author_kind: `text not null check (author_kind in ('patient', 'proxy', 'member'))`,
        author_id: 'uuid not null',
        at: 'timestamptz not null',
      },
      constraints: ['foreign key (organization_id, thread_id) references messaging.threads (organization_id, id)'],
      sealed: true,
      // Messages are immutable.
      appendOnly: true,
      indexes: ['(organization_id, thread_id, id)'],
    }),
    ...tenantTable({
      schema,
      name: 'attachments',
      columns: {
        patient_id: 'uuid not null',
        message_id: 'uuid',
        added_by: 'uuid not null',
        kind: 'text not null',
        media_type: 'text not null',
        bytes: 'integer not null',
      },
      constraints: ['foreign key (organization_id, message_id) references messaging.messages (organization_id, id)'],
      sealed: true,
      indexes: ['(organization_id, message_id)', '(organization_id, created_at) where message_id is null'],
    }),
    ...tenantTable({
      schema,
      name: 'read_marks',
      columns: {
        thread_id: 'uuid not null',
        reader_id: 'uuid not null',
        reader_kind: 'text not null',
        message_id: 'uuid not null',
      },
      indexes: ['unique (organization_id, thread_id, reader_id)'],
    }),
    ...tenantTable({
      schema,
      name: 'preferences',
      columns: { version: 'integer not null check (version > 0)' },
      sealed: true,
    }),
    ...tenantTable({
      schema,
      name: 'stopped_numbers',
      columns: { number_index: 'bytea not null', at: 'timestamptz not null' },
      indexes: ['unique (organization_id, number_index)'],
    }),
    ...tenantTable({
      schema,
      name: 'deliveries',
      columns: {
        patient_id: 'uuid not null',
        audience: `text not null check (audience in ('patient', 'proxies'))`,
        kind: 'text not null',
        template: 'text not null',
        subject_kind: 'text not null',
        subject_id: 'text not null',
        dedupe_key: 'text',
        shown_at: 'timestamptz',
        channel: `text not null check (channel in ('email', 'sms'))`,
        status: `text not null check (status in ('queued', 'deferred', 'sent', 'delivered', 'failed', 'suppressed'))`,
        reason_code: 'text',
        expires_at: 'timestamptz not null',
        transmission_id: 'uuid',
        vendor_id: 'text',
        number_index: 'bytea',
        sent_at: 'timestamptz',
        settled_at: 'timestamptz',
      },
      indexes: [
        // The same notice is sent once, however often its event is delivered. A notice that was not sent releases its key.
        'unique (organization_id, dedupe_key)',
        '(organization_id, patient_id, id)',
        `(organization_id, subject_id) where transmission_id is not null`,
        '(organization_id, vendor_id) where vendor_id is not null',
        '(organization_id, number_index, id) where number_index is not null',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'early_reports',
      columns: {
        vendor_id: 'text not null',
        status: `text not null check (status in ('delivered', 'failed'))`,
        reason_code: 'text',
        at: 'timestamptz not null',
      },
      indexes: ['unique (organization_id, vendor_id)', '(organization_id, at)'],
    }),
    ...tenantTable({
      schema,
      name: 'webhook_endpoints',
      columns: {
        url: 'text not null',
        events: 'text[] not null',
        status: `text not null check (status in ('active', 'disabled'))`,
        disabled_reason: `text check ((status = 'disabled') = (disabled_reason is not null))`,
        failing_since: 'timestamptz',
        last_delivered_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
    }),
    ...tenantTable({
      schema,
      name: 'webhook_deliveries',
      columns: {
        endpoint_id: 'uuid not null',
        event: 'text not null',
        event_id: 'uuid not null',
        patient_id: 'uuid',
        body: 'jsonb not null',
        status: `text not null check (status in ('queued', 'delivered', 'failed'))`,
        transmission_id: 'uuid',
        attempts: 'integer not null default 0',
        last_answer: 'text',
        settled_at: 'timestamptz',
      },
      constraints: [
        'foreign key (organization_id, endpoint_id) references messaging.webhook_endpoints (organization_id, id)',
      ],
      indexes: ['(organization_id, endpoint_id, id)'],
    }),
  ],
}
