import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

const schema = 'compliance'

/** Requests for a record in legal proceedings, and what was decided (42 CFR part 2). A decision never changes. */
export const recordRequests: Migration = {
  id: 'compliance/0300-record-requests',
  statements: [
    ...tenantTable({
      schema,
      name: 'record_requests',
      appendOnly: true,
      columns: {
        patient_id: 'uuid not null',
        received_day: 'integer not null',
        proceeding: `text not null check (proceeding in ('civil', 'criminal', 'administrative', 'legislative'))`,
        basis: `text not null check (basis in ('none', 'subpoena', 'court-order', 'court-order-with-subpoena'))`,
        decision: `text not null check (decision in ('refused', 'permitted', 'not-protected'))`,
        ground: 'text not null',
        consent_id: 'uuid',
        decided_at: 'timestamptz not null',
        decided_by: 'uuid not null',
      },
      constraints: [
        // No row can say that records were permitted on nothing.
        `constraint permitted_on_a_ground check (decision <> 'permitted'
          or (ground = 'consent' and consent_id is not null)
          or (ground = 'court-order' and basis = 'court-order-with-subpoena'))`,
      ],
      sealed: true,
      indexes: ['(organization_id, patient_id, id)'],
    }),
    ...timesOfChange(schema, ['record_requests']),
  ],
}
