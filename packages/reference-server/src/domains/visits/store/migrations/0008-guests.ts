import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** Guests of one visit, and how far each has come. Who heard a visit is part of its record. */
export const guests: Migration = {
  id: 'visits/0008-guests',
  statements: [
    ...tenantTable({
      schema: 'visits',
      name: 'guests',
      columns: {
        appointment_id: 'uuid not null',
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        kind: 'text not null',
        status: `text not null check (status in ('invited', 'waiting', 'admitted', 'withdrawn', 'refused', 'removed', 'ended'))`,
        invited_by_patient: 'boolean not null',
        secret_index: 'bytea not null',
        opens_at: 'timestamptz not null',
        expires_at: 'timestamptz not null check (expires_at > opens_at)',
        invited_at: 'timestamptz not null',
        redeemed_at: 'timestamptz',
        admitted_at: 'timestamptz',
        ended_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      // No one is heard in a visit without a used code and an admission.
      constraints: [
        `check (status not in ('waiting', 'admitted', 'refused', 'removed') or redeemed_at is not null)`,
        `check (status not in ('admitted', 'removed') or admitted_at is not null)`,
      ],
      sealed: true,
      indexes: ['unique (organization_id, secret_index)', '(organization_id, appointment_id)'],
    }),
    ...timesOfChange('visits', ['guests']),
  ],
}
