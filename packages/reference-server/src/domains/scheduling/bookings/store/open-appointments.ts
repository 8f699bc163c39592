import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { listVersion } from '../../../../platform/database/changes/list-version.ts'
import type { OpenAppointments } from '../model/open-appointments.ts'

/** Counts one more booking by the patient or a proxy. Conditional: no other one was stored since `seen`. */
export const advanceBookings = listVersion('scheduling.patient_bookings')

/** In one statement, so that the version is that of the counted appointments. */
export const readOpenAppointments = async (
  db: AnyKysely,
  patientId: string,
  visitTypeId: string,
  now: Date,
): Promise<OpenAppointments> => {
  const { rows } = await sql<{ count: number; of_type: number; version: number | null }>`
    select count(*)::integer as count,
      count(*) filter (where visit_type_id = ${visitTypeId}::uuid)::integer as of_type,
      (select version from scheduling.patient_bookings where id = ${patientId}::uuid) as version
    from scheduling.appointments
    where patient_id = ${patientId}::uuid and end_at > ${now}::timestamptz
      and status in ('requested', 'booked', 'checked-in', 'in-progress')`.execute(db)
  const [row] = rows
  return { count: row?.count ?? 0, ofVisitType: row?.of_type ?? 0, version: row?.version ?? 0 }
}
