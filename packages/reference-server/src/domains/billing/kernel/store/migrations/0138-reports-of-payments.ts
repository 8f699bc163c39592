import type { Migration } from '../../../../../platform/contracts/migration.ts'

/**
 * The bytes of the processor's reports, and by which version they were read. A report of a refund whose payment is not known yet has the
 * processor's id of the payment, so that it is posted when the payment is known.
 */
export const reportsOfPayments: Migration = {
  id: 'billing/0138-reports-of-payments',
  statements: [
    'alter table billing.payment_reports add column reader text, add column sealed bytea',
    'alter table billing.mailbox_files add column payment_reference text',
    `create index mailbox_files_by_payment_reference on billing.mailbox_files (organization_id, payment_reference)
      where payment_reference is not null and state = 'held'`,
  ],
}
