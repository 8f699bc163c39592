import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** What a person did about unreadable mailbox files, and the list of files that wait for a person. */
export const billing0004: Migration = {
  id: 'billing/0004-mailbox-work-list',
  statements: [
    `alter table billing.mailbox_files
      add column external_resolution text
        check (external_resolution in ('other-system', 'payer-corrected', 'returned', 'not-ours', 'no-money')),
      add column resolved_at timestamptz,
      drop constraint mailbox_files_state_check,
      add constraint mailbox_files_state_check check (state in ('stored', 'processed', 'unreadable', 'resolved-externally')),
      add constraint mailbox_files_as_resolved check (
        (state = 'resolved-externally') = (external_resolution is not null) and (external_resolution is null) = (resolved_at is null))`,
    `update billing.mailbox_files set fault = null where state = 'processed' and fault is not null`,
    `create index mailbox_files_by_waiting on billing.mailbox_files (organization_id, id)
      where fault is not null and state <> 'resolved-externally'`,
    `create index mailbox_files_by_resolved on billing.mailbox_files (organization_id, resolved_at)
      where state = 'resolved-externally' and sealed is not null`,
  ],
}
