import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { dateOf, localTimeIn } from '../model/monitor/local-time.ts'
import { keptUntilDay, recordYears, registeredAt, type RetentionPolicy } from '../model/retention.ts'
import { findRetainedRecord, listLastChanges } from '../store/retained-records.ts'
import { findSchedule } from '../store/retention-schedules.ts'
import { activeDayOf } from './gather-retained.ts'

interface AskedRecord {
  readonly patientId: string
  /** Of the organization. */
  readonly zone: string
  readonly policy: RetentionPolicy
  readonly now: Date
}

/**
 * Why the time of a record is not over, for a command that decrypts nothing; null: it is over. `db` has the role `compliance`. When the
 * patient comes of age is known once the job `compliance.find-due-records` of a running server has read it.
 */
export const whyKept = async (db: AnyKysely, { patientId, zone, policy, now }: AskedRecord): Promise<string | null> => {
  const dayOfMoment = (at: Date): number => localTimeIn(zone)(at.getTime()).day
  const [found, changes, schedule] = await Promise.all([
    findRetainedRecord(db, patientId),
    listLastChanges(db, [patientId]),
    findSchedule(db),
  ])
  const activeDay = activeDayOf(patientId, found, changes.get(patientId), { dayOfMoment })
  const majorityDay = found?.majorityDay ?? null
  const keptUntil = keptUntilDay({ activeDay, majorityDay }, recordYears(schedule ?? policy.years))
  if (dayOfMoment(now) <= keptUntil) return `the record has to be kept until ${dateOf(keptUntil)}, or longer`
  return majorityDay === null
    ? 'no server has read yet when the patient comes of age; a running server does it within a day'
    : null
}

/**
 * Stores the decision to erase a record, in one statement: false while a legal hold is in force, and from then on the record takes none.
 * Called again, it changes nothing.
 */
export const decideErasure = async (
  tx: AnyKysely,
  { organizationId, patientId, decisionId }: Readonly<Record<'organizationId' | 'patientId' | 'decisionId', string>>,
): Promise<boolean> => {
  const activeDay = Math.floor(registeredAt(patientId).getTime() / 86_400_000)
  const { rows } = await sql`
    insert into compliance.retained_records as known
      (organization_id, id, active_day, majority_day, holds, erasure_id, version)
    values (${organizationId}, ${patientId}, ${activeDay}, null, 0, ${decisionId}, 1)
    on conflict (organization_id, id) do update
      set erasure_id = coalesce(known.erasure_id, excluded.erasure_id), version = known.version + 1
      where known.holds = 0
    returning id`.execute(tx)
  return rows.length === 1
}
