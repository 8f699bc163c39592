import type { Migration } from '../../../../platform/contracts/migration.ts'

/** What went wrong in a call: codes and counts, as the browser of the seat reports them. */
export const callTroubles: Migration = {
  id: 'visits/0006-call-troubles',
  statements: [`alter table visits.seats add column troubles jsonb not null default '{}'`],
}
