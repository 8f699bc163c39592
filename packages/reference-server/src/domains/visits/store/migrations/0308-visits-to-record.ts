import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The few visits of an organization that are recorded, or are to be. */
export const visitsToRecord: Migration = {
  id: 'visits/0308-visits-to-record',
  statements: [
    `create index visits_to_record on visits.visits (organization_id)
       where recording_request_id is not null and ended_at is null`,
  ],
}
