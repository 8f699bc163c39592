import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** Charts that were opened in an emergency. `sealed`: what the member and the reviewer wrote, with the patient's key. */
export const emergencyAccesses: Migration = {
  id: 'directory/0017-emergency-accesses',
  statements: [
    ...tenantTable({
      schema: 'directory',
      name: 'emergency_accesses',
      columns: {
        patient_id: 'uuid not null',
        member_id: 'uuid not null',
        reason: `text not null check (reason in ('life-at-risk', 'cannot-answer', 'nobody-reachable', 'danger-to-others'))`,
        starts_at: 'timestamptz not null',
        // Whatever the policy says.
        ends_at: `timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '60 minutes')`,
        ended_at: 'timestamptz',
        review_by: 'timestamptz not null',
        escalated_at: 'timestamptz',
        outcome: `text check (outcome in ('appropriate', 'not-appropriate', 'more-information'))`,
        reviewed_by: 'uuid check (reviewed_by <> member_id)',
        reviewed_at: 'timestamptz',
        version: 'integer not null',
      },
      constraints: [
        'foreign key (organization_id, patient_id) references directory.patients (organization_id, id)',
        'foreign key (organization_id, member_id) references directory.members (organization_id, id)',
        // One at a time.
        `exclude using gist (organization_id with =, patient_id with =, member_id with =,
           tstzrange(starts_at, ends_at) with &&) where (ended_at is null)`,
        'check ((outcome is null) = (reviewed_by is null) and (outcome is null) = (reviewed_at is null))',
      ],
      indexes: [
        '(organization_id, member_id, ends_at) where ended_at is null',
        `(organization_id, review_by) where escalated_at is null and (outcome is null or outcome = 'more-information')`,
      ],
      sealed: true,
    }),
    ...timesOfChange('directory', ['emergency_accesses']),
  ],
}
