import type { Migration } from '../../../../platform/contracts/migration.ts'

/** What was removed from what the monitor knows still counts for a time, and can be added again. */
export const removedFacts: Migration = {
  id: 'compliance/0309-removed-facts',
  statements: [
    'alter table compliance.monitor_facts add column removed_at timestamptz',
    'drop index compliance.monitor_facts_by_patient_id_kind_member_id_nulls_not_distinct',
    `create unique index monitor_facts_in_the_list on compliance.monitor_facts
      (organization_id, patient_id, kind, member_id) nulls not distinct where removed_at is null`,
  ],
}
