import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A person whose access is withdrawn leaves the seats that they hold: found without reading all. */
export const seatsOfPersons: Migration = {
  id: 'visits/0304-seats-of-persons',
  statements: ['create index on visits.seats (organization_id, person_id) where left_at is null'],
}
