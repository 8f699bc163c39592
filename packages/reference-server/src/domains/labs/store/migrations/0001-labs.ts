import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { transmissionsTable } from '../../../../platform/partners/transmissions-table.ts'

/** Of a critical value: runs until a person acknowledges it. */
const clock = {
  critical_raised_at: 'timestamptz',
  critical_due_at: 'timestamptz',
  critical_notified: `jsonb not null default '[]'`,
  critical_next_at: 'timestamptz',
  critical_acknowledged_at: 'timestamptz',
  critical_acknowledged_by: 'text',
} as const

export const labs: Migration = {
  id: 'labs/0001-labs',
  statements: [
    ...domainSchema('labs'),
    ...transmissionsTable('labs'),
    ...tenantTable({
      schema: 'labs',
      name: 'orders',
      columns: {
        group_number: 'text not null',
        patient_id: 'uuid not null',
        visit_id: 'uuid',
        practitioner_id: 'uuid not null',
        status: `text not null check (status in ('sending', 'accepted', 'partial', 'final', 'refused', 'undelivered', 'cancel-requested', 'cancelled'))`,
        priority: `text not null check (priority in ('routine', 'urgent'))`,
        placed_at: 'timestamptz not null',
        transmission_id: 'uuid not null',
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        'unique (organization_id, group_number)',
        '(organization_id, patient_id, id)',
        '(organization_id, visit_id, id) where visit_id is not null',
      ],
    }),
    ...tenantTable({
      schema: 'labs',
      name: 'results',
      columns: {
        order_id: 'uuid not null',
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        position: 'integer not null check (position > 0)',
        source: 'text not null',
        filler_number: 'text not null',
        status: `text not null check (status in ('partial', 'final', 'corrected', 'cancelled'))`,
        received_at: 'timestamptz not null',
        reported_at: 'timestamptz',
        reviewed_at: 'timestamptz',
        reviewed_by: 'text',
        released_at: 'timestamptz',
        released_version: 'integer check ((released_version is null) = (released_at is null))',
        corrected_after_review: 'boolean not null',
        // Rank in the review queue: 0 critical, 1 other, null if it is not in the queue.
        review_rank: 'smallint check ((review_rank is null) = (reviewed_at is not null))',
        ...clock,
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      constraints: ['foreign key (organization_id, order_id) references labs.orders (organization_id, id)'],
      indexes: [
        'unique (organization_id, order_id, position, source, filler_number)',
        '(organization_id, source, filler_number)',
        '(organization_id, patient_id, id)',
        '(organization_id, patient_id, released_version, id) where released_version is not null',
        '(organization_id, practitioner_id, review_rank, id) where review_rank is not null',
        '(organization_id, review_rank, id) where review_rank is not null',
        '(organization_id, critical_next_at) where critical_next_at is not null',
      ],
    }),
    // The content of every version: a patient sees the one that was released, and nothing that was shown is ever lost.
    ...tenantTable({
      schema: 'labs',
      name: 'result_versions',
      columns: {
        result_id: 'uuid not null',
        patient_id: 'uuid not null',
        version: 'integer not null',
      },
      sealed: true,
      appendOnly: true,
      constraints: ['foreign key (organization_id, result_id) references labs.results (organization_id, id)'],
      indexes: ['unique (organization_id, result_id, version)'],
    }),
    // Messages that were processed, so that a repeat is acknowledged and changes nothing.
    ...tenantTable({
      schema: 'labs',
      name: 'deliveries',
      columns: { source: 'text not null', control_id: 'text not null', digest: 'bytea not null' },
      appendOnly: true,
      indexes: ['unique (organization_id, source, control_id, digest)'],
    }),
    // Encrypted under the organization's key, because the patient is not known.
    ...tenantTable({
      schema: 'labs',
      name: 'unmatched',
      columns: {
        reason: `text not null check (reason in ('unknown-order', 'identity-differs', 'order-cancelled'))`,
        patient_id: 'uuid',
        source: 'text not null',
        filler_number: 'text not null',
        status: `text not null check (status in ('open', 'matched', 'returned'))`,
        received_at: 'timestamptz not null',
        decided_by: 'text',
        decided_at: `timestamptz check ((decided_at is null) = (status = 'open'))`,
        result_id: 'uuid',
        // Rank in the inbox: 0 critical, 1 other.
        urgency: 'smallint not null check (urgency in (0, 1))',
        ...clock,
      },
      sealed: true,
      indexes: [
        `(organization_id, urgency, id) where status = 'open'`,
        '(organization_id, critical_next_at) where critical_next_at is not null',
        `(organization_id, source, filler_number) where status = 'open'`,
      ],
    }),
  ],
}
