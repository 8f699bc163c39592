import type { Migration } from '../../../../platform/contracts/migration.ts'

const table = 'messaging.partner_messages'

/** Mail that comes back, and reports that were applied: what was made of each, and of which notice. Some wait until they are shown. */
export const returnedMail: Migration = {
  id: 'messaging/0148-returned-mail',
  statements: [
    `alter table ${table} drop constraint partner_messages_kind_check`,
    `alter table ${table} add constraint partner_messages_kind_check
      check (kind in ('text', 'text-report', 'mail', 'mail-report', 'video-report'))`,
    `alter table ${table} drop constraint partner_messages_state_check`,
    `alter table ${table} add constraint partner_messages_state_check
      check (state in ('applied', 'waiting', 'held', 'resolved'))`,
    `alter table ${table} add column effect text, add column delivery_id uuid, add column due_at timestamptz`,
    `alter table ${table} add constraint partner_messages_due_check check ((state = 'waiting') = (due_at is not null))`,
    `create index partner_messages_by_due_at on ${table} (organization_id, due_at) where state = 'waiting'`,
  ],
}
