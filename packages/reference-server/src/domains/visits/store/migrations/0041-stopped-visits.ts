import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Required consents that were revoked during the visit, so that its room says why it is closed. */
export const stoppedVisits: Migration = {
  id: 'visits/0041-stopped-visits',
  statements: [`alter table visits.visits add column stopped_for text[] not null default '{}'`],
}
