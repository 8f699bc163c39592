import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'compliance'

/** Who is known to have opened the record of a patient who asks for notices of new readers. Ids and times, as in the ledger. */
export const firstAccesses: Migration = {
  id: 'compliance/0003-first-accesses',
  statements: [
    ...tenantTable({
      schema,
      name: 'reader_watches',
      // The id is the patient's.
      columns: {
        status: `text not null check (status in ('off', 'learning', 'watching'))`,
        since: 'timestamptz not null',
        preferences_version: 'integer not null',
        told_from: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      indexes: [`(organization_id, status) where status <> 'off'`],
    }),
    ...tenantTable({
      schema,
      name: 'known_readers',
      columns: {
        patient_id: 'uuid not null',
        actor_id: 'uuid not null',
        access_id: 'uuid not null',
        is_new: 'boolean not null',
      },
      constraints: [
        'foreign key (organization_id, patient_id) references compliance.reader_watches (organization_id, id)',
      ],
      indexes: ['unique (organization_id, patient_id, actor_id)'],
    }),
    ...tenantTable({
      schema,
      name: 'ledger_positions',
      // The id is the organization's.
      columns: { sequence: 'bigint not null', version: 'integer not null check (version > 0)' },
    }),
    'grant execute on function audit.linked_after, audit.last_sequence to visitkit_compliance',
  ],
}
