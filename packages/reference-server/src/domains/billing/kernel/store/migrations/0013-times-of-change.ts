import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'billing/0013-times-of-change',
  statements: of('billing', [
    'settings',
    'payers',
    'fee_schedules',
    'coverages',
    'coverage_cards',
    'eligibilities',
    'claims',
    'claim_messages',
    'claim_notes',
    'appeals',
    'write_offs',
    'next_claims',
    'status_inquiries',
    'visit_accounts',
    'accounts',
    'entries',
    'remittances',
    'remittance_lines',
    'postings',
    'payments',
    'refunds',
    'estimates',
  ]),
}
