import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/**
 * How often each patient, or a proxy, has booked. The id is the patient's. A booking that was decided from the number of open appointments
 * is stored only if no other one was stored since: two bookings at once cannot both be the last that the limit allows.
 */
export const patientBookings: Migration = {
  id: 'scheduling/0002-patient-bookings',
  statements: tenantTable({
    schema: 'scheduling',
    name: 'patient_bookings',
    columns: { version: 'integer not null check (version > 0)' },
  }),
}
