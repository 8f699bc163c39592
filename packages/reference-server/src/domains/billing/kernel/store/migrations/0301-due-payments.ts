import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../../platform/database/migrate/organizations-due.ts'

export const duePayments: Migration = {
  id: 'billing/0301-due-payments',
  statements: [
    organizationsDue(
      'billing.unsettled_payments',
      `from billing.payments where status in ('open', 'processing') and began_at < due_by`,
    ),
    organizationsDue('billing.due_refunds', `from billing.refunds where next_poll_at <= due_by`),
    organizationsDue(
      'billing.early_refunds',
      `from billing.mailbox_files where payment_reference is not null and state = 'held' and fault = 'refund_unknown'`,
    ),
  ],
}
