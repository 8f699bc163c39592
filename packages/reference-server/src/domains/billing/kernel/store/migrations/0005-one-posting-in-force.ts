import type { Migration } from '../../../../../platform/contracts/migration.ts'

/**
 * At most one decision is in force for a visit's claims. Checked at the end of a statement: one statement reverses a decision and inserts
 * the next one, in any order.
 */
export const billing0005: Migration = {
  id: 'billing/0005-one-posting-in-force',
  statements: [
    'drop index billing.postings_by_root_id_where_reversed_by_is_null',
    `alter table billing.postings add constraint postings_one_in_force
      exclude using btree (organization_id with =, root_id with =) where (reversed_by is null) deferrable initially immediate`,
  ],
}
