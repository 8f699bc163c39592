import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Recipients of a correction are encrypted with the request. This column says that one waits for a choice, or to be notified. */
export const recipients: Migration = {
  id: 'rights/0009-recipients',
  statements: [
    'alter table rights.requests add column has_open_recipient boolean not null default false',
    'create index requests_open_recipient on rights.requests (organization_id, id) where has_open_recipient',
  ],
}
