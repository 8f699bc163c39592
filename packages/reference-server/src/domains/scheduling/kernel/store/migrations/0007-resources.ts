import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/**
 * A visit can take several calendars: its practitioner's, and those of rooms, interpreters, equipment and further practitioners. Each has
 * its own row in `busy`, whose `practitioner_id` is the owner of the calendar. Participants of a group visit have a row each, with the group
 * as their common occupant, and a seat: its number is unique within the group.
 */
export const resources: Migration = {
  id: 'scheduling/0007-resources',
  statements: [
    ...tenantTable({
      schema: 'scheduling',
      name: 'resources',
      columns: {
        kind: "text not null check (kind in ('room', 'interpreter', 'equipment'))",
        name: 'text not null',
        languages: 'text[] not null',
        zone: 'text not null',
        weekly: 'jsonb not null',
        active: 'boolean not null',
        version: 'integer not null',
        xid: 'xid8 not null default pg_current_xact_id()',
      },
      indexes: ['(organization_id, xid)'],
    }),
    'alter table scheduling.busy add column seat integer',
    // Of the group visit.
    'alter table scheduling.busy add column visit_type_id uuid',
    'alter table scheduling.busy add column starts_at timestamptz',
    `alter table scheduling.busy add constraint seat_once exclude using gist
       (organization_id with =, occupant with =, seat with =) where (active and seat is not null)`,
    // The rows of `busy` in addition to that of the practitioner, and their owners, in the same order.
    "alter table scheduling.holds add column claims uuid[] not null default '{}'",
    "alter table scheduling.holds add column claim_owners uuid[] not null default '{}'",
    'alter table scheduling.holds add column seat integer',
    'alter table scheduling.holds add column interpreter_language text',
    "alter table scheduling.appointments add column claims uuid[] not null default '{}'",
    "alter table scheduling.appointments add column claim_owners uuid[] not null default '{}'",
    'alter table scheduling.appointments add column series_id uuid',
    // The appointments in which someone is a further practitioner.
    "create index appointments_by_claim_owner on scheduling.appointments using gin (claim_owners) where claim_owners <> '{}'",
    `create index appointments_by_series on scheduling.appointments (organization_id, series_id, start_at)
       where series_id is not null`,
  ],
}
