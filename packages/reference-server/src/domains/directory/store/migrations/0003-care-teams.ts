import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'directory'

export const careTeams: Migration = {
  id: 'directory/0003-care-teams',
  statements: [
    // Existing organizations keep their previous policy until an administrator narrows it; new ones begin with `assigned`.
    `alter table directory.organizations add column chart_reach text not null default 'organization'
       check (chart_reach in ('assigned', 'organization'))`,
    'alter table directory.organizations alter column chart_reach drop default',
    ...tenantTable({
      schema,
      name: 'care_teams',
      columns: {
        name: 'text not null',
        member_ids: 'uuid[] not null',
        practitioner_ids: 'uuid[] not null',
        active: 'boolean not null',
        version: 'integer not null',
      },
      indexes: ['(organization_id) where active'],
    }),
    ...tenantTable({
      schema,
      name: 'covers',
      columns: {
        practitioner_id: 'uuid not null',
        // A member: a nurse can cover too, and is not a practitioner.
        covered_by: 'uuid not null',
        kind: `text not null check (kind in ('cover', 'hand-over', 'supervision'))`,
        reason: 'text not null',
        starts_at: 'timestamptz not null',
        ends_at: 'timestamptz not null check (ends_at > starts_at)',
        ended_at: 'timestamptz',
        started_by: 'uuid not null',
      },
      constraints: [
        'foreign key (organization_id, practitioner_id) references directory.practitioners (organization_id, id)',
        'foreign key (organization_id, covered_by) references directory.members (organization_id, id)',
        // One cover at a time between two people.
        `exclude using gist (organization_id with =, practitioner_id with =, covered_by with =,
           tstzrange(starts_at, ends_at) with &&) where (ended_at is null)`,
      ],
      indexes: [
        '(organization_id, covered_by, ends_at) where ended_at is null',
        '(organization_id, practitioner_id, id)',
      ],
    }),
  ],
}
