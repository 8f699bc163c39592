import type { Migration } from '../../../../platform/contracts/migration.ts'
import { grantErasure } from '../../../../platform/database/migrate/domain-schema.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

const schema = 'compliance'
const version = 'integer not null check (version > 0)'

/** How long records are kept, what holds them, and their erasure. Texts of holds are encrypted with the key of the patient. */
export const retention: Migration = {
  id: 'compliance/0232-retention',
  statements: [
    ...tenantTable({
      schema,
      name: 'retention_schedules',
      // The id is the organization's.
      columns: {
        medical: 'integer not null check (medical > 0)',
        financial: 'integer not null check (financial > 0)',
        // 45 CFR 164.316(b)(2)(i)
        accesses: 'integer not null check (accesses >= 6)',
        changed_at: 'timestamptz not null',
        changed_by: 'uuid not null',
        version,
      },
    }),
    ...tenantTable({
      schema,
      name: 'retained_records',
      // The id is the patient's.
      columns: {
        active_day: 'integer not null',
        majority_day: 'integer',
        holds: 'integer not null check (holds >= 0)',
        // A hold wins: no record with one has a decision to erase it, and none with a decision gets a hold.
        erasure_id: 'uuid check (erasure_id is null or holds = 0)',
        version,
      },
      indexes: ['(organization_id, active_day)', '(organization_id) where holds > 0'],
    }),
    ...tenantTable({
      schema,
      name: 'legal_holds',
      columns: {
        patient_id: 'uuid not null',
        reason: `text not null check (reason in ('litigation', 'investigation', 'research', 'patient-asked', 'other'))`,
        placed_at: 'timestamptz not null',
        placed_by: 'uuid not null',
        released_at: 'timestamptz',
        released_by: 'uuid check ((released_by is null) = (released_at is null))',
        version,
      },
      sealed: true,
      indexes: ['(organization_id, patient_id, id)', '(organization_id, id) where released_at is null'],
    }),
    ...tenantTable({
      schema,
      name: 'erasures',
      columns: {
        patient_id: 'uuid not null',
        basis: `text not null check (basis in ('retention-ended', 'state-law'))`,
        status: `text not null check (status in ('approved', 'erased'))`,
        approved_at: 'timestamptz not null',
        approved_by: 'uuid not null',
        erased_at: `timestamptz check ((erased_at is null) = (status = 'approved'))`,
        certificate: 'text check ((certificate is null) = (erased_at is null))',
        signature: 'text check ((signature is null) = (erased_at is null))',
        version,
      },
      indexes: ['unique (organization_id, patient_id)', `(organization_id, id) where status = 'approved'`],
    }),
    `revoke delete on ${['retention_schedules', 'retained_records', 'legal_holds', 'erasures']
      .map((table) => `${schema}.${table}`)
      .join(', ')} from visitkit_compliance`,
    ...grantErasure(schema),
    organizationsDue('compliance.with_erasures', `from compliance.erasures where status = 'approved'`),
    ...timesOfChange(schema, ['retention_schedules', 'retained_records', 'legal_holds', 'erasures']),
  ],
}
