import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Time off is part of the availability document, closures are one document per organization, and an appointment knows if it is supported. */
export const supplyChanges: Migration = {
  id: 'scheduling/0004-supply-changes',
  statements: [
    ...acrossOrganizations(
      'scheduling.availability',
      `update scheduling.availability set rules = rules || '{"timeOff": []}'::jsonb, xid = pg_current_xact_id()`,
    ),
    ...tenantTable({
      schema: 'scheduling',
      name: 'closures',
      columns: {
        zone: 'text not null',
        items: 'jsonb not null',
        version: 'integer not null',
        xid: 'xid8 not null default pg_current_xact_id()',
      },
    }),
    "alter table scheduling.appointments add column accepted_reasons text[] not null default '{}'",
    "alter table scheduling.appointments add column unsupported_reasons text[] not null default '{}'",
    // Which booked appointments a change of a practitioner or a visit type concerns.
    `create index appointments_booked_of_type on scheduling.appointments (organization_id, visit_type_id, start_at, id)
       where status = 'booked'`,
    "create index holds_held on scheduling.holds (organization_id, practitioner_id) where state = 'held'",
  ],
}
