import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const endsBy = `in ('vendor', 'disconnect', 'token', 'server')`

/**
 * A room is identified by what the vendor returned. Each attempt to create one is stored before the vendor is called, with a key of our
 * own.
 */
export const roomsOfVendors: Migration = {
  id: 'visits/0002-rooms-of-vendors',
  statements: [
    `alter table visits.visits
      add column vendor_room_id text,
      add column room_ends_by text check (room_ends_by ${endsBy})`,
    `alter table visits.seats
      add column vendor_room_id text,
      add column vendor_participant_id text`,
    // Backfill: so far we chose the names, and a room with an expiry had been created. Row-level security binds the owner too; it is lifted
    // for this.
    ...['visits', 'seats'].map((table) => `alter table visits.${table} no force row level security`),
    `update visits.visits set vendor_room_id = room_name, room_ends_by = case vendor when 'peer' then 'server' else 'vendor' end
      where room_closes_at is not null`,
    `update visits.seats as seat set vendor_room_id = visit.vendor_room_id from visits.visits as visit
      where visit.organization_id = seat.organization_id and visit.id = seat.visit_id`,
    ...['visits', 'seats'].map((table) => `alter table visits.${table} force row level security`),
    // Drops its unique index as well.
    'alter table visits.visits drop column room_name',
    `alter table visits.visits add constraint visits_room_is_whole check (
      (vendor_room_id is null) = (room_closes_at is null)
      and (vendor_room_id is null) = (room_ends_by is null)
      and (vendor_room_id is not null or room_url is null))`,
    // No two visits share a room, across organizations: a person with a seat in it would meet the other patient.
    'create unique index visits_by_vendor_room on visits.visits (vendor, vendor_room_id)',
    ...tenantTable({
      schema: 'visits',
      name: 'room_attempts',
      columns: {
        visit_id: 'uuid not null',
        vendor: 'text not null',
        key: 'text not null',
        state: `text not null check (state in ('opening', 'open', 'abandoned'))`,
        requested_at: 'timestamptz not null',
        closes_at: 'timestamptz not null',
        vendor_room_id: 'text',
        // When the sweep searched for its rooms at the vendor. Null: not yet.
        swept_at: 'timestamptz',
      },
      constraints: [
        'foreign key (organization_id, visit_id) references visits.visits (organization_id, id)',
        `check ((state = 'open') = (vendor_room_id is not null))`,
      ],
      indexes: [
        // Concurrent requests share the attempt in progress.
        `unique (organization_id, visit_id) where state = 'opening'`,
        '(organization_id, vendor, requested_at) where swept_at is null',
      ],
    }),
  ],
}
