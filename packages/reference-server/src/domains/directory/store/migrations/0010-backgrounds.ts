import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** What patients say about themselves. The id is the patient's. Apart from `patients`, so that only who may read it decrypts it. */
export const backgrounds: Migration = {
  id: 'directory/0010-backgrounds',
  statements: [
    ...tenantTable({
      schema: 'directory',
      name: 'patient_backgrounds',
      columns: { changed_at: 'timestamptz not null', version: 'integer not null check (version > 0)' },
      sealed: true,
    }),
    ...timesOfChange('directory', ['patient_backgrounds']),
  ],
}
