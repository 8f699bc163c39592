import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** What a person did about unreadable mailbox files, and the list of files that wait for a person. */
export const billing0004: Migration = {
  id: 'billing/0004-mailbox-work-list',
  statements: [
    `alter table billing.mailbox_files
      add column worked_elsewhere text
        check (worked_elsewhere in ('other-system', 'payer-corrected', 'returned', 'not-ours', 'no-money')),
      add column worked_at timestamptz,
      drop constraint mailbox_files_state_check,
      add constraint mailbox_files_state_check check (state in ('stored', 'processed', 'unreadable', 'elsewhere')),
      add constraint mailbox_files_as_worked check (
        (state = 'elsewhere') = (worked_elsewhere is not null) and (worked_elsewhere is null) = (worked_at is null))`,
    `update billing.mailbox_files set fault = null where state = 'processed' and fault is not null`,
    `create index mailbox_files_by_waiting on billing.mailbox_files (organization_id, id)
      where fault is not null and state <> 'elsewhere'`,
    `create index mailbox_files_by_worked on billing.mailbox_files (organization_id, worked_at)
      where state = 'elsewhere' and sealed is not null`,
  ],
}
