import type { Migration } from '../../../../platform/contracts/migration.ts'
import { timesOfChange as of } from '../../../../platform/database/migrate/times-of-change.ts'

/** When a fact was last changed. */
export const timesOfChange: Migration = {
  id: 'directory/0011-times-of-change',
  statements: of('directory', [
    'organizations',
    'members',
    'practitioners',
    'practitioner_photos',
    'care_teams',
    'patients',
    'proxies',
    'covers',
  ]),
}
