import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The visit that an order without a visit continues, which decides whether 42 CFR part 2 protects it. */
export const betweenVisits: Migration = {
  id: 'labs/0301-between-visits',
  statements: [
    'alter table labs.orders add column continued_visit_id uuid check (continued_visit_id is null or visit_id is null)',
    `create index orders_between_visits on labs.orders (organization_id, continued_visit_id)
      where continued_visit_id is not null`,
  ],
}
