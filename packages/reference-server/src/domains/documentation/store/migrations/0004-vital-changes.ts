import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** Corrections of measurements of signed notes. The note stays as it was signed, and no correction is ever changed. */
export const vitalChanges: Migration = {
  id: 'documentation/0004-vital-changes',
  statements: [
    ...tenantTable({
      schema: 'documentation',
      name: 'vital_changes',
      appendOnly: true,
      sealed: true,
      columns: {
        note_id: 'uuid not null',
        patient_id: 'uuid not null',
        vital_id: 'uuid not null',
        position: 'integer not null check (position > 0)',
        status: `text not null check (status in ('corrected', 'entered-in-error'))`,
        changed_at: 'timestamptz not null',
      },
      constraints: ['foreign key (organization_id, note_id) references documentation.notes (organization_id, id)'],
      // Two concurrent corrections of a measurement conflict here.
      indexes: ['unique (organization_id, note_id, vital_id, position)'],
    }),
    `create trigger never_changed before update or delete on documentation.vital_changes
       for each row execute function documentation.refuse_change()`,
  ],
}
