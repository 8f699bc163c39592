import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { SensitiveBookings } from '../../../../platform/sensitive/sensitive-ports.ts'

/** What these patients have booked, and what they wait for, of which others may not learn. The conditions are those of the indexes. */
export const listSensitiveBookings = async (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<SensitiveBookings> => {
  const rows = await selectSensitive(db, { patientIds })
  const idsOf = (waits: boolean) => rows.filter((row) => row.waits === waits).map(({ id }) => id)
  return { appointmentIds: idsOf(false), waitlistEntryIds: idsOf(true) }
}

const withheld = sql`(sensitivity in ('substance-use', 'reproductive-health') or consented_by_minor)`

const selectSensitive = preparedRead(
  (_, { patientIds }: Placeholders<{ patientIds: readonly string[] }>) => sql<{ id: string; waits: boolean }>`
    select id, false as waits from scheduling.appointments where patient_id = any(${patientIds}::uuid[]) and ${withheld}
    union all
    select id, true from scheduling.waitlist_entries where patient_id = any(${patientIds}::uuid[]) and ${withheld}`,
)
