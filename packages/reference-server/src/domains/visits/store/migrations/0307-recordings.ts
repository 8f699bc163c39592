import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** Recordings of calls, in pieces. `sealed`: picture and sound. Who agreed to what is in the seats and in the list of accesses. */
export const recordings: Migration = {
  id: 'visits/0307-recordings',
  statements: [
    `alter table visits.visits
       add column recording_request_id uuid,
       add column recording_asked_at timestamptz,
       add column recording_seat_id uuid,
       add constraint recording_request check (
         (recording_request_id is null) = (recording_asked_at is null)
         and (recording_request_id is null) = (recording_seat_id is null)
       )`,
    'alter table visits.seats add column recording_agreed_to uuid',
    ...tenantTable({
      schema: 'visits',
      name: 'recordings',
      columns: {
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        seat_id: 'uuid not null',
        seats_version: 'integer not null',
        media_type: `text not null check (media_type in ('video/webm', 'video/mp4'))`,
        recorded: 'text[] not null',
        started_at: 'timestamptz not null',
        ended_at: 'timestamptz not null',
        pieces: 'integer not null',
        bytes: 'integer not null',
      },
      constraints: ['foreign key (organization_id, visit_id) references visits.visits (organization_id, id)'],
      indexes: ['(organization_id, visit_id)', '(organization_id, patient_id)'],
    }),
    ...tenantTable({
      schema: 'visits',
      name: 'recording_pieces',
      columns: { recording_id: 'uuid not null', patient_id: 'uuid not null', number: 'integer not null' },
      constraints: ['foreign key (organization_id, recording_id) references visits.recordings (organization_id, id)'],
      indexes: ['unique (organization_id, recording_id, number)', '(organization_id, patient_id)'],
      sealed: true,
      appendOnly: true,
    }),
    ...timesOfChange('visits', ['recordings']),
  ],
}
