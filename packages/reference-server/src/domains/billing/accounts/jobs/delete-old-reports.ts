import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { deleteOldRows, type DeletionDeps } from '../../../../platform/jobs/delete-old-rows.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'

/** Deletes marks of the processor's reports. What they said is in the payments and refunds. */
export const deleteOldReports = (
  deps: DeletionDeps,
  { reportRetentionDays }: Pick<BillingPolicy, 'reportRetentionDays'>,
): DomainJob =>
  deleteOldRows(deps, 'billing', [{ table: 'billing.payment_reports', retentionDays: reportRetentionDays }])
