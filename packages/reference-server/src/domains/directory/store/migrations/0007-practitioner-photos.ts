import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** At most one photo of each practitioner. `photo_id` changes with the photo, so that pages know whether they show the current one. */
export const practitionerPhotos: Migration = {
  id: 'directory/0007-practitioner-photos',
  statements: [
    'alter table directory.practitioners add column photo_id uuid',
    ...tenantTable({
      schema: 'directory',
      name: 'practitioner_photos',
      columns: {
        practitioner_id: 'uuid not null',
        media_type: 'text not null',
      },
      sealed: true,
      constraints: [
        'foreign key (organization_id, practitioner_id) references directory.practitioners (organization_id, id)',
      ],
      indexes: ['unique (organization_id, practitioner_id)'],
    }),
  ],
}
