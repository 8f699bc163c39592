import type { AnyKysely } from '../../../platform/seams.ts'
import type { PastVisit } from '../model/recent-visits.ts'
import { tablesOf } from './tables.ts'

/** How many visits an estimate rests on, and the one before that opens the line. */
const kept = 21
/** Older visits say little about how a practitioner works now. Milliseconds. */
const oldest = 60 * 24 * 3_600_000

/** A practitioner's latest visits that took place, by admission. */
export const pastVisits = async (db: AnyKysely, practitionerId: string, now: Date): Promise<PastVisit[]> => {
  const rows = await tablesOf(db)
    .selectFrom('visits.visits')
    .select(['appointment_start', 'checked_in_at', 'admitted_at', 'ended_at'])
    .where('seen_by', '=', practitionerId)
    .where('status', '=', 'ended')
    .where('started_at', 'is not', null)
    .where('admitted_at', '>', new Date(now.getTime() - oldest))
    .orderBy('admitted_at', 'desc')
    .limit(kept)
    .execute()
  return rows
    .map((row) => ({
      appointmentStart: row.appointment_start,
      checkedInAt: row.checked_in_at,
      admittedAt: row.admitted_at ?? row.checked_in_at,
      endedAt: row.ended_at ?? now,
    }))
    .reverse()
}
