import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'

/**
 * What others may not learn of a patient who waits, as the appointment has it. Of who waits already it is not known whether a minor joined
 * by their own consent; the type of the visit is.
 */
export const sensitiveWaitlist: Migration = {
  id: 'scheduling/0041-sensitive-waitlist',
  statements: [
    'alter table scheduling.waitlist_entries add column sensitivity text',
    'alter table scheduling.waitlist_entries add column consented_by_minor boolean not null default false',
    ...acrossOrganizations(
      ['scheduling.waitlist_entries', 'scheduling.visit_types'],
      `update scheduling.waitlist_entries as entry set sensitivity = type.definition ->> 'sensitivity'
         from scheduling.visit_types as type
         where type.organization_id = entry.organization_id and type.id = entry.visit_type_id`,
    ),
    `create index sensitive_waitlist_entries on scheduling.waitlist_entries (organization_id, patient_id)
       where sensitivity in ('substance-use', 'reproductive-health') or consented_by_minor`,
  ],
}
