import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

const schema = 'scheduling'
const changedBy = 'xid8 not null default pg_current_xact_id()'

/** The initial tables. The exclusion constraint of `busy` decides every race for a time: holds and appointments both have a row in it. */
export const scheduling0001: Migration = {
  id: 'scheduling/0001-visit-types-availability-appointments',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'visit_types',
      columns: {
        code: 'text not null',
        specialty: 'text not null',
        definition: 'jsonb not null',
        active: 'boolean not null default true',
        xid: changedBy,
      },
      indexes: ['unique (organization_id, code)', '(organization_id, xid)'],
    }),
    ...tenantTable({
      schema,
      name: 'availability',
      columns: { zone: 'text not null', rules: 'jsonb not null', version: 'integer not null', xid: changedBy },
      indexes: ['(organization_id, xid)'],
    }),
    ...tenantTable({
      schema,
      name: 'busy',
      columns: {
        practitioner_id: 'uuid not null',
        during: 'tstzrange not null check (not isempty(during))',
        active: 'boolean not null default true',
        expires_at: 'timestamptz',
        held_by: 'text',
        xid: changedBy,
      },
      constraints: [
        'constraint busy_once exclude using gist (organization_id with =, practitioner_id with =, during with &&) where (active)',
      ],
      indexes: ['(organization_id, xid)'],
    }),
    ...tenantTable({
      schema,
      name: 'holds',
      columns: {
        visit_type_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        person_id: 'text not null',
        patient_id: 'uuid',
        state_code: 'text',
        start_at: 'timestamptz not null',
        end_at: 'timestamptz not null',
        expires_at: 'timestamptz not null',
        renewals: 'integer not null default 0',
        state: "text not null check (state in ('held', 'released', 'booked'))",
      },
      constraints: [
        'foreign key (organization_id, visit_type_id) references scheduling.visit_types (organization_id, id)',
        'foreign key (organization_id, id) references scheduling.busy (organization_id, id) on delete cascade',
      ],
      indexes: ["(organization_id, person_id) where state = 'held'"],
    }),
    ...tenantTable({
      schema,
      name: 'appointments',
      columns: {
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        visit_type_id: 'uuid not null',
        busy_id: 'uuid not null',
        start_at: 'timestamptz not null',
        end_at: 'timestamptz not null check (end_at > start_at)',
        status:
          "text not null check (status in ('booked', 'checked-in', 'in-progress', 'completed', 'cancelled', 'no-show'))",
        cancellation_reason: "text check ((cancellation_reason is not null) = (status = 'cancelled'))",
        sequence: 'integer not null',
        version: 'integer not null',
        updated_at: 'timestamptz not null',
      },
      sealed: true,
      constraints: [
        'foreign key (organization_id, visit_type_id) references scheduling.visit_types (organization_id, id)',
        'foreign key (organization_id, busy_id) references scheduling.busy (organization_id, id)',
      ],
      indexes: [
        '(organization_id, patient_id, start_at, id)',
        '(organization_id, practitioner_id, start_at, id)',
        '(organization_id, start_at, id)',
        "(organization_id, end_at) where status = 'booked'",
        'unique (organization_id, busy_id)',
      ],
    }),
  ],
}
