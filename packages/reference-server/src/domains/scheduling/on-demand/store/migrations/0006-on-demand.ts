import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Patients who wait for the next free practitioner. The reason is encrypted. */
export const onDemand0006: Migration = {
  id: 'scheduling/0006-on-demand',
  statements: [
    ...tenantTable({
      schema: 'scheduling',
      name: 'on_demand_requests',
      columns: {
        patient_id: 'uuid not null',
        visit_type_id: 'uuid not null',
        specialty: 'text not null',
        state_code: 'text not null',
        language: 'text',
        status: "text not null check (status in ('waiting', 'taken', 'cancelled', 'expired'))",
        requested_at: 'timestamptz not null',
        renew_by: 'timestamptz not null',
        taken_at: "timestamptz check ((taken_at is not null) = (status = 'taken'))",
        practitioner_id: 'uuid',
        appointment_id: 'uuid',
        version: 'integer not null',
      },
      sealed: true,
      constraints: [
        'foreign key (organization_id, visit_type_id) references scheduling.visit_types (organization_id, id)',
      ],
      indexes: [
        "(organization_id, specialty, state_code, requested_at, id) where status = 'waiting'",
        "(organization_id, renew_by) where status = 'waiting'",
        "(organization_id, specialty, state_code, taken_at) where status = 'taken'",
      ],
    }),
    `create unique index on_demand_requests_once on scheduling.on_demand_requests (organization_id, patient_id)
       where status = 'waiting'`,
    'grant delete on scheduling.on_demand_requests to visitkit_scheduling',
  ],
}
