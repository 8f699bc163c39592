import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

const schema = 'compliance'
const version = 'integer not null check (version > 0)'

/** The access monitor: how far it has read the ledger, what it counted, what it knows of people, and its cases. Texts are encrypted. */
export const accessCases: Migration = {
  id: 'compliance/0205-access-cases',
  statements: [
    ...tenantTable({
      schema,
      name: 'monitor_positions',
      // The id is the organization's.
      columns: { sequence: 'bigint not null', finished_day: 'integer not null', version },
    }),
    ...tenantTable({
      schema,
      name: 'monitored_days',
      columns: {
        member_id: 'uuid not null',
        day: 'integer not null',
        role: 'text not null',
        unexplained: 'integer not null check (unexplained >= 0)',
        first_access_id: 'uuid not null',
        last_at: 'timestamptz not null',
      },
      indexes: ['unique (organization_id, member_id, day)', '(organization_id, day, role)'],
    }),
    ...tenantTable({
      schema,
      name: 'monitor_facts',
      columns: {
        patient_id: 'uuid not null',
        kind: `text not null check (kind in ('confidential', 'own-record', 'household', 'former-household'))`,
        member_id: `uuid check ((member_id is null) = (kind = 'confidential'))`,
        created_by: 'uuid not null',
      },
      indexes: ['unique (organization_id, patient_id, kind, member_id) nulls not distinct'],
    }),
    ...tenantTable({
      schema,
      name: 'access_cases',
      columns: {
        member_id: 'uuid not null',
        day: 'integer not null',
        number: 'integer not null check (number > 0)',
        score: 'integer not null',
        reasons: 'jsonb not null',
        access_ids: 'uuid[] not null',
        status: `text not null check (status in ('open', 'assigned', 'closed'))`,
        opened_at: 'timestamptz not null',
        due_at: 'timestamptz not null',
        escalated_at: 'timestamptz',
        // No one handles a case about themselves.
        assigned_to: `uuid check (assigned_to <> member_id and (status = 'open' or assigned_to is not null))`,
        disposition: `text check (
          disposition in ('explained', 'appropriate', 'inappropriate', 'error', 'needs-follow-up')
          and (status = 'closed') = (disposition <> 'needs-follow-up'))`,
        closed_by: 'uuid check (closed_by <> member_id and (closed_by is null) = (closed_at is null))',
        closed_at: `timestamptz check ((closed_at is null) = (status <> 'closed'))`,
        incident_id: 'uuid',
        version,
      },
      sealed: true,
      indexes: [
        'unique (organization_id, member_id, day, number)',
        `(organization_id, due_at, id) where status <> 'closed'`,
        `(organization_id, closed_at, id) where status = 'closed'`,
        `using gin (access_ids) where status = 'closed'`,
      ],
    }),
    ...tenantTable({
      schema,
      name: 'access_suppressions',
      columns: {
        member_id: 'uuid not null',
        code: 'text not null',
        created_by: 'uuid not null check (created_by <> member_id)',
        suppressed_at: 'timestamptz not null',
        from_day: 'integer not null',
        until_day: 'integer not null check (until_day >= from_day)',
        ended_at: 'timestamptz',
        version,
      },
      sealed: true,
      indexes: ['(organization_id, until_day) where ended_at is null'],
    }),
    ...timesOfChange(schema, ['access_cases', 'access_suppressions']),
  ],
}
