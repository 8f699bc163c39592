import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** Disclosures that staff recorded by hand. Recipients and texts are encrypted. Rows are corrected, and never deleted. */
export const disclosures: Migration = {
  id: 'compliance/0225-disclosures',
  statements: [
    ...tenantTable({
      schema: 'compliance',
      name: 'disclosures',
      columns: {
        patient_id: 'uuid not null',
        day: 'integer not null',
        purpose: 'text not null',
        recorded_at: 'timestamptz not null',
        recorded_by: 'uuid not null',
        in_error: 'boolean not null',
        // The law knows a suspension for these only.
        suspended_until: `integer check (suspended_until is null or purpose in ('law-enforcement', 'health-oversight'))`,
        suspension_statement: `text check (
          suspension_statement in ('written', 'oral') and (suspension_statement is null) = (suspended_until is null))`,
        suspended_at: 'timestamptz check ((suspended_at is null) = (suspended_until is null))',
        suspended_by: 'uuid check ((suspended_by is null) = (suspended_until is null))',
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        '(organization_id, patient_id, id)',
        '(organization_id, patient_id, suspended_until) where suspended_until is not null',
      ],
    }),
    'revoke delete on compliance.disclosures from visitkit_compliance',
    ...timesOfChange('compliance', ['disclosures']),
  ],
}
