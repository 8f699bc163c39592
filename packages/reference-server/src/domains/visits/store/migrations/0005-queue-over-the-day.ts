import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The waits of one practitioner's day are read by the time of check-in. */
export const queueOverTheDay: Migration = {
  id: 'visits/0005-queue-over-the-day',
  statements: ['create index visits_by_check_in on visits.visits (organization_id, practitioner_id, checked_in_at)'],
}
