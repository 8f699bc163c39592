import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const message = {
  source: 'text not null',
  control_id: 'text not null',
  digest: 'bytea not null',
  part: 'integer not null check (part >= 0)',
  parser: 'text not null',
  received_at: 'timestamptz not null',
} as const

/** What laboratories sent, as they sent it. */
export const labs0004: Migration = {
  id: 'labs/0004-messages',
  statements: [
    ...tenantTable({
      schema: 'labs',
      name: 'messages',
      columns: { ...message, patient_id: 'uuid not null', result_ids: 'uuid[] not null' },
      sealed: true,
      appendOnly: true,
      indexes: ['(organization_id, patient_id, digest)'],
    }),
    // Until a person decides whose result it is.
    ...tenantTable({
      schema: 'labs',
      name: 'unmatched_messages',
      columns: { ...message, unmatched_id: 'uuid not null' },
      sealed: true,
      indexes: ['(organization_id, unmatched_id, id)'],
    }),
  ],
}
