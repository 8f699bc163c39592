import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Off for every organization: the video vendor would hear the call. */
export const machineCaptions: Migration = {
  id: 'directory/0270-machine-captions',
  statements: ['alter table directory.organizations add column machine_captions boolean not null default false'],
}
