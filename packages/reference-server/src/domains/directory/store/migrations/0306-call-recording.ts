import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Off for every organization, until an administrator decides. */
export const callRecording: Migration = {
  id: 'directory/0306-call-recording',
  statements: ['alter table directory.organizations add column call_recording boolean not null default false'],
}
