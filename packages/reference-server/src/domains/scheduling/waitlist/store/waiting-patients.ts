import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import { findAppointments } from '../../kernel/store/appointments.ts'
import type { WaitingPatients } from '../model/plan-offers.ts'
import type { WaitlistEntry } from '../model/waitlist-entry.ts'

interface Visit extends Period {
  readonly appointmentId: string | null
}

/** What an offer must know of these patients: two statements, whatever their number. Decrypts nothing. */
export const readWaitingPatients = async (
  db: AnyKysely,
  entries: readonly WaitlistEntry[],
  now: Date,
): Promise<WaitingPatients> => {
  const patientIds = [...new Set(entries.map(({ patientId }) => patientId))]
  const appointmentIds = entries.map(({ appointmentId }) => appointmentId).filter((id) => id !== null)
  const [visits, appointments] = await Promise.all([
    listVisits(db, patientIds, now),
    findAppointments(db, appointmentIds),
  ])
  return {
    visitsOf: (patientId, except) =>
      (visits.get(patientId) ?? []).filter(({ appointmentId }) => appointmentId === null || appointmentId !== except),
    appointmentOf: (id) => appointments.get(id),
  }
}

const listVisits = async (
  db: AnyKysely,
  patientIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Visit[]>> => {
  const { rows } = await sql<{ patient_id: string; appointment_id: string | null; start_at: Date; end_at: Date }>`
    select patient_id, id as appointment_id, start_at, end_at from scheduling.appointments
      where patient_id = any(${patientIds}::uuid[]) and end_at > ${now}::timestamptz
        and status in ('booked', 'checked-in', 'in-progress')
    union all
    select patient_id, null, offer_start_at, offer_end_at from scheduling.waitlist_entries
      where patient_id = any(${patientIds}::uuid[]) and status = 'offered'`.execute(db)
  const visits = new Map<string, Visit[]>()
  for (const { patient_id: patientId, appointment_id: appointmentId, start_at: start, end_at: end } of rows) {
    const visit = { appointmentId, from: start.getTime(), to: end.getTime() }
    visits.set(patientId, [...(visits.get(patientId) ?? []), visit])
  }
  return visits
}
