import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** The visit that a prescription without a visit continues, which decides whether 42 CFR part 2 protects it. */
export const betweenVisits: Migration = {
  id: 'prescriptions/0302-between-visits',
  statements: [
    'alter table prescriptions.prescriptions add column continued_visit_id uuid check (continued_visit_id is null or visit_id is null)',
    `create index prescriptions_between_visits on prescriptions.prescriptions (organization_id, continued_visit_id)
      where continued_visit_id is not null`,
  ],
}
