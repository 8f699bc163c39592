import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** What patients ask about accesses to their records. The texts are encrypted. */
export const accessQuestions: Migration = {
  id: 'compliance/0004-access-questions',
  statements: [
    ...tenantTable({
      schema: 'compliance',
      name: 'access_questions',
      columns: {
        patient_id: 'uuid not null',
        access_id: 'uuid not null',
        reason: 'text not null',
        status: `text not null check (status in ('open', 'assigned', 'answered'))`,
        asked_by: 'uuid not null',
        asked_at: 'timestamptz not null',
        due_at: 'timestamptz not null',
        escalated_at: 'timestamptz',
        assigned_to: `uuid check (status = 'open' or assigned_to is not null)`,
        outcome: `text check ((outcome is null) = (answered_at is null))`,
        answered_by: 'uuid check ((answered_by is null) = (answered_at is null))',
        answered_at: `timestamptz check ((answered_at is null) = (status <> 'answered'))`,
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        // One question at a time about one access.
        `unique (organization_id, patient_id, access_id) where status <> 'answered'`,
        '(organization_id, patient_id, id)',
        `(organization_id, due_at, id) where status <> 'answered'`,
        `(organization_id, answered_at, id) where status = 'answered'`,
        `(organization_id, due_at) where status <> 'answered' and escalated_at is null`,
      ],
    }),
    ...timesOfChange('compliance', ['access_questions']),
  ],
}
