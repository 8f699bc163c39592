import { tenantTable } from '../database/migrate/tenant-table.ts'

/** Statements of a later migration: the visit of which a transmission says something. */
export const transmissionsOfVisits = (schema: string): readonly string[] => [
  `alter table ${schema}.transmissions add column visit_id uuid`,
]

/**
 * Statements of a domain's migration that create `<schema>.transmissions`, after `domainSchema(schema)`. The payload is encrypted under
 * the patient's key. Both indexes contain only rows still to be sent, so that queries stay fast over the years.
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
      // While it is under way: when its claim expires and it is sent again.
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
