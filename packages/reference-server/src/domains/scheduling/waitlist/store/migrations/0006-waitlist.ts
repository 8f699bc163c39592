import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/**
 * The line for times that become free. An offered time is a row of `scheduling.busy`, so that the exclusion constraint decides between
 * offers, holds and bookings. `waitlist_joins`: how often each patient has joined; the id is the patient's.
 */
export const waitlist0006: Migration = {
  id: 'scheduling/0006-waitlist',
  statements: [
    ...tenantTable({
      schema: 'scheduling',
      name: 'waitlist_entries',
      columns: {
        patient_id: 'uuid not null',
        visit_type_id: 'uuid not null',
        practitioner_id: 'uuid',
        from_day: 'text not null',
        to_day: 'text not null',
        from_at: 'timestamptz not null',
        to_at: 'timestamptz not null check (to_at > from_at)',
        weekdays: 'integer[]',
        day_parts: 'text[]',
        language: 'text',
        state_code: 'text not null',
        zone: 'text not null',
        appointment_id: 'uuid',
        status: "text not null check (status in ('waiting', 'offered', 'accepted', 'left', 'expired'))",
        joined_at: 'timestamptz not null',
        offer_busy_id: "uuid check ((offer_busy_id is not null) = (status = 'offered'))",
        offer_practitioner_id: 'uuid',
        offer_start_at: 'timestamptz',
        offer_end_at: 'timestamptz',
        offer_expires_at: 'timestamptz',
        passed: 'jsonb not null',
        version: 'integer not null',
      },
      constraints: [
        'foreign key (organization_id, visit_type_id) references scheduling.visit_types (organization_id, id)',
      ],
      indexes: [
        "(organization_id, visit_type_id, joined_at, id) where status = 'waiting'",
        "(organization_id, offer_expires_at) where status = 'offered'",
        "(organization_id, to_at) where status = 'waiting'",
        '(organization_id, patient_id, joined_at, id)',
        '(organization_id, joined_at, id)',
      ],
    }),
    // A patient waits once for a visit type and a practitioner, also for any practitioner.
    `create unique index waitlist_entries_once on scheduling.waitlist_entries
       (organization_id, patient_id, visit_type_id, practitioner_id) nulls not distinct
       where status in ('waiting', 'offered')`,
    ...tenantTable({
      schema: 'scheduling',
      name: 'waitlist_joins',
      columns: { version: 'integer not null check (version > 0)' },
    }),
    'grant delete on scheduling.waitlist_entries to visitkit_scheduling',
  ],
}
