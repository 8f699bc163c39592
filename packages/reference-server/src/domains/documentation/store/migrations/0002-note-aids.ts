import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

export const noteAids: Migration = {
  id: 'documentation/0002-note-aids',
  statements: [
    ...tenantTable({
      schema: 'documentation',
      name: 'text_macros',
      // A person; for a macro of the organization the organization itself, so that the constraint counts it too.
      columns: { owner_id: 'uuid not null', name: 'text not null', version: 'integer not null check (version > 0)' },
      sealed: true,
      indexes: ['unique (organization_id, owner_id, name)'],
    }),
    ...tenantTable({
      schema: 'documentation',
      name: 'order_sets',
      columns: { code: 'text not null', version: 'integer not null check (version > 0)' },
      sealed: true,
      indexes: ['unique (organization_id, code)'],
    }),
    ...['text_macros', 'order_sets'].map((table) => `grant delete on documentation.${table} to visitkit_documentation`),
  ],
}
