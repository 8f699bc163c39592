import { tenantTable } from '../database/migrate/tenant-table.ts'

/**
 * Statements of a domain's migration that make `<schema>.transmissions`, after `domainSchema(schema)`. The payload is sealed under
 * the patient's key. Both indexes hold only what is still to be sent, so that looking for work costs the same after years.
 */
export const transmissionsTable = (schema: string): readonly string[] =>
  tenantTable({
    schema,
    name: 'transmissions',
    columns: {
      kind: 'text not null',
      subject_id: 'text not null',
      patient_id: 'uuid',
      state: `text not null default 'waiting' check (state in ('waiting', 'answered', 'expired', 'parked', 'withdrawn'))`,
      attempt: 'integer not null default 0',
      // While it is under way: when it is taken for lost and sent again.
      due_at: 'timestamptz not null',
      expires_at: 'timestamptz not null',
      last_fault: 'text',
      settle_failures: 'integer not null default 0',
      ended_at: 'timestamptz',
    },
    sealed: true,
    indexes: [
      `(organization_id, kind, due_at, id) where state = 'waiting'`,
      `(organization_id, subject_id, id) where state = 'waiting'`,
      `(organization_id, ended_at) where state = 'parked'`,
    ],
  })
