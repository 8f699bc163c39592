import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** What patients ask about their own record. What they wrote and what was answered is encrypted. */
export const requests: Migration = {
  id: 'rights/0001-requests',
  statements: [
    ...domainSchema('rights'),
    ...tenantTable({
      schema: 'rights',
      name: 'requests',
      columns: {
        patient_id: 'uuid not null',
        kind: `text not null check (kind in ('correction', 'restriction', 'copy'))`,
        visit_id: 'uuid',
        status: `text not null check (status in ('waiting', 'accepted', 'denied'))`,
        asked_at: 'timestamptz not null',
        asked_by_kind: `text not null check (asked_by_kind in ('patient', 'proxy'))`,
        due_at: 'timestamptz not null check (due_at > asked_at)',
        extended_at: 'timestamptz',
        decided_at: `timestamptz check ((decided_at is null) = (status = 'waiting'))`,
        decided_by_id: 'uuid check ((decided_by_id is null) = (decided_at is null))',
        ground: `text check ((ground is not null) = (status = 'denied'))`,
        disagreed_at: `timestamptz check (disagreed_at is null or (status = 'denied' and kind = 'correction'))`,
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: ['(organization_id, patient_id, id)', `(organization_id, id) where status = 'waiting'`],
    }),
    ...timesOfChange('rights', ['requests']),
  ],
}
