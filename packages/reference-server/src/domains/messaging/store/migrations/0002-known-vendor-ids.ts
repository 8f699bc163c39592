import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A row of `early_reports` also marks a vendor's message id that a delivery knows. */
export const messaging0002: Migration = {
  id: 'messaging/0002-known-vendor-ids',
  statements: [
    'alter table messaging.early_reports drop constraint early_reports_status_check',
    `alter table messaging.early_reports add constraint early_reports_status_check
      check (status in ('delivered', 'failed', 'known'))`,
  ],
}
