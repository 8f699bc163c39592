import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { BookingLimits } from '../../kernel/model/booking-limits.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import type { PractitionerLoad } from '../model/practitioner-load.ts'

export interface LimitedPractitioner {
  readonly practitionerId: string
  readonly day: Period
  readonly week: Period
}

/**
 * In one statement, so that each version is that of the counted visits. Does not count the busy times `except`. In the order of `asked`;
 * practitioners without limits are absent.
 */
export const readPractitionerLoads = async <Asked extends LimitedPractitioner>(
  db: AnyKysely,
  asked: readonly Asked[],
  except: readonly string[],
  now: Date,
): Promise<(Asked & PractitionerLoad)[]> => {
  const edge = (of: (each: LimitedPractitioner) => number): Date[] => asked.map((each) => new Date(of(each)))
  const { rows } = await sql<{
    place: number
    limits: BookingLimits
    version: number
    on_day: number
    in_week: number
  }>`
    select asked.place::integer, availability.rules -> 'limits' as limits, availability.booking_version as version,
      taken.on_day, taken.in_week
    from unnest(${asked.map(({ practitionerId }) => practitionerId)}::uuid[],
      ${edge(({ day }) => day.from)}::timestamptz[], ${edge(({ day }) => day.to)}::timestamptz[],
      ${edge(({ week }) => week.from)}::timestamptz[], ${edge(({ week }) => week.to)}::timestamptz[])
      with ordinality as asked (id, day_from, day_to, week_from, week_to, place)
    join scheduling.availability as availability on availability.id = asked.id
    cross join lateral (
      select count(*) filter (where counted_at >= day_from and counted_at < day_to)::integer as on_day,
        count(*)::integer as in_week
      from scheduling.busy
      where practitioner_id = asked.id and active and (expires_at is null or expires_at > ${now}::timestamptz)
        and counted_at >= week_from and counted_at < week_to and id <> all(${except}::uuid[])
    ) as taken
    where availability.rules ? 'limits' order by asked.place`.execute(db)
  return rows.flatMap(({ place, limits, version, on_day: onDay, in_week: inWeek }) => {
    const known = asked[place - 1]
    return known ? [{ ...known, limits, version, onDay, inWeek }] : []
  })
}

/** Counts one more change of holds and visits of a practitioner with limits. Conditional: no other one was stored since the load was read. */
export const advanceHolds = ({ practitionerId, version }: PractitionerLoad): Write => ({
  statement: advance,
  values: [practitionerId, version],
  rowId: practitionerId,
})
const advance = writeStatement({
  kind: 'update',
  table: 'scheduling.availability',
  set: 'booking_version = booking_version + 1',
  where: 'id = $1::uuid and booking_version = $2::integer',
  isConditional: true,
})

/**
 * Releases the expired holds of a practitioner in a week: a server whose clock is behind must not book a hold whose place was given to someone
 * else.
 */
export const releaseExpiredOfWeek = ({ practitionerId, week }: PractitionerLoad, now: Date): Write => ({
  statement: releaseExpired,
  values: [practitionerId, new Date(week.from), new Date(week.to), now],
})
const releaseExpired = writeStatement({
  kind: 'update',
  table: 'scheduling.busy',
  set: 'active = false, xid = pg_current_xact_id()',
  where: `practitioner_id = $1::uuid and active and expires_at <= $4::timestamptz
    and counted_at >= $2::timestamptz and counted_at < $3::timestamptz`,
  isConditional: false,
})

/** As for one hold, for visits of one practitioner that are decided together: these are their loads. Nothing without limits. */
export const advanceTogether = (loads: readonly PractitionerLoad[], now: Date): readonly Write[] => {
  const [load] = loads
  const weeks = new Map(loads.map((each) => [each.week.from, each]))
  return load ? [advanceHolds(load), ...Array.from(weeks.values(), (each) => releaseExpiredOfWeek(each, now))] : []
}
