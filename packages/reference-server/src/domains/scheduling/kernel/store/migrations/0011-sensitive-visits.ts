import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** What others may not learn of. The index holds only such appointments, which are few. */
export const sensitiveVisits: Migration = {
  id: 'scheduling/0011-sensitive-visits',
  statements: [
    'alter table scheduling.appointments add column sensitivity text',
    'alter table scheduling.appointments add column consented_by_minor boolean not null default false',
    `create index sensitive_appointments on scheduling.appointments (organization_id, patient_id)
       where sensitivity in ('substance-use', 'reproductive-health') or consented_by_minor`,
  ],
}
