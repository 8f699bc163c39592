import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'

/** Requested appointments, and entries of the waitlist that wait or have an offer. */
export const countWaiting = async (
  db: AnyKysely,
): Promise<{ readonly requests: number; readonly waitlist: number }> => {
  const { rows } = await sql<{ requests: number; waitlist: number }>`
    select (select count(*) from scheduling.appointments where status = 'requested')::integer as requests,
      (select count(*) from scheduling.waitlist_entries where status in ('waiting', 'offered'))::integer as waitlist`.execute(
    db,
  )
  return rows[0] ?? { requests: 0, waitlist: 0 }
}
