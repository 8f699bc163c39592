import { sql } from 'kysely'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { deleteOldRows, type DeletionDeps } from '../../../platform/jobs/delete-old-rows.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'

/** Shortens the delivery logs. The ledger records what was disclosed to whom; a notice that still waits is kept. */
export const deleteOldDeliveries = (
  deps: DeletionDeps,
  { retentionDays }: Pick<MessagingPolicy, 'retentionDays'>,
): DomainJob =>
  deleteOldRows(deps, 'messaging', [
    {
      table: 'messaging.deliveries',
      retentionDays: retentionDays.deliveries,
      unless: () => sql<boolean>`old.status in ('queued', 'deferred')`,
    },
    // What a patient wrote is part of the record. A report is part of the log of notices.
    {
      table: 'messaging.partner_messages',
      retentionDays: retentionDays.deliveries,
      unless: () => sql<boolean>`old.state = 'held' or old.patient_id is not null and old.kind in ('text', 'mail')`,
    },
    {
      table: 'messaging.webhook_deliveries',
      retentionDays: retentionDays.webhookDeliveries,
      unless: () => sql<boolean>`old.status = 'queued'`,
    },
  ])
