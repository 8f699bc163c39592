import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'visits'

export const visits: Migration = {
  id: 'visits/0001-visits',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'visits',
      columns: {
        appointment_id: 'uuid not null',
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        seen_by: 'uuid',
        status: `text not null check (status in ('waiting', 'admitted', 'in-progress', 'ended'))`,
        modality: 'text not null',
        vendor: 'text not null',
        appointment_start: 'timestamptz not null',
        appointment_end: 'timestamptz not null',
        required_consents: 'text[] not null',
        license_required: 'boolean not null',
        questionnaires: 'text[] not null',
        device_check: 'jsonb',
        room_name: 'text not null',
        room_url: 'text',
        room_closes_at: 'timestamptz',
        checked_in_at: 'timestamptz not null',
        admitted_at: 'timestamptz',
        started_at: 'timestamptz',
        ended_at: `timestamptz check ((status = 'ended') = (ended_at is not null))`,
        outcome: `text check ((status = 'ended') = (outcome is not null))`,
        version: 'integer not null check (version > 0)',
      },
      constraints: [`check (status in ('waiting', 'ended') or (admitted_at is not null and seen_by is not null))`],
      sealed: true,
      indexes: [
        // Two check-ins, or one on two screens at the same time, are one visit.
        'unique (organization_id, appointment_id)',
        'unique (organization_id, room_name)',
        '(organization_id, practitioner_id) where ended_at is null',
        '(organization_id, seen_by, admitted_at)',
        '(organization_id, patient_id)',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'seats',
      columns: {
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        person_id: 'uuid not null',
        session_id: 'text not null',
        practitioner_id: 'uuid',
        role: 'text not null',
        taken_at: 'timestamptz not null',
        left_at: 'timestamptz',
        reported_at: 'timestamptz',
      },
      constraints: ['foreign key (organization_id, visit_id) references visits.visits (organization_id, id)'],
      indexes: [
        '(organization_id, visit_id)',
        '(organization_id, session_id) where left_at is null',
        // One seat for each person in a room.
        'unique (organization_id, visit_id, person_id) where left_at is null',
      ],
    }),
    // A practitioner's queue. Its id is the practitioner's.
    ...tenantTable({
      schema,
      name: 'lines',
      columns: { paused: 'boolean not null', changed_at: 'timestamptz not null' },
    }),
    // When a waiting room (id of the visit) or a queue (id of the practitioner) was last open.
    ...tenantTable({
      schema,
      name: 'presences',
      columns: {
        kind: `text not null check (kind in ('visit', 'practitioner'))`,
        seen_at: 'timestamptz not null',
        present: 'boolean not null',
      },
      indexes: ['(organization_id, seen_at) where present'],
    }),
    // Reports of video vendors. Each report counts once.
    ...tenantTable({
      schema,
      name: 'vendor_reports',
      columns: {
        vendor: 'text not null',
        report_id: 'text not null',
        type: 'text not null',
        at: 'timestamptz not null',
      },
      appendOnly: true,
      indexes: ['unique (organization_id, vendor, report_id)'],
    }),
  ],
}
