import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Marks of reports are deleted when no vendor repeats them any more. */
export const oldReports: Migration = {
  id: 'visits/0004-old-reports',
  statements: ['grant delete on visits.vendor_reports to visitkit_visits'],
}
