import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

const reasons = `('cannot-decide', 'delay-would-endanger', 'nobody-to-decide')`

/** Visits that began in an emergency without the consent. `sealed`: what the practitioner and the reviewer wrote. */
export const emergencyAdmissions: Migration = {
  id: 'visits/0255-emergency-admissions',
  statements: [
    `alter table visits.visits
       add column emergency_reason text check (emergency_reason in ${reasons}),
       add column emergency_refused_id uuid`,
    ...tenantTable({
      schema: 'visits',
      name: 'emergency_admissions',
      columns: {
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        member_id: 'uuid not null',
        reason: `text not null check (reason in ${reasons})`,
        refused_before: 'boolean not null',
        admitted_at: 'timestamptz not null',
        outcome: `text check (outcome in ('appropriate', 'not-appropriate', 'more-information'))`,
        reviewed_by: 'uuid check (reviewed_by <> member_id)',
        reviewed_at: 'timestamptz',
        version: 'integer not null',
      },
      constraints: [
        'foreign key (organization_id, visit_id) references visits.visits (organization_id, id)',
        'check ((outcome is null) = (reviewed_by is null) and (outcome is null) = (reviewed_at is null))',
        // A refusal stays in force, unless the patient cannot decide.
        `check (not refused_before or reason = 'cannot-decide')`,
      ],
      indexes: ['unique (organization_id, visit_id)'],
      sealed: true,
    }),
    ...timesOfChange('visits', ['emergency_admissions']),
  ],
}
