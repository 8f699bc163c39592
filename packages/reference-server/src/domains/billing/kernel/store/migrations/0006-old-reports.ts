import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** Marks of reports are deleted when the processor does not repeat them any more. */
export const billing0006: Migration = {
  id: 'billing/0006-old-reports',
  statements: ['grant delete on billing.payment_reports to visitkit_billing'],
}
