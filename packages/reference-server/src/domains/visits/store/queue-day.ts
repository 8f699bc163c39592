import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'

/** The patients who checked in during one hour. */
export interface WaitsOfHour {
  /** Hours since the beginning of the day. */
  readonly hour: number
  readonly patients: number
  readonly medianSeconds: number
  readonly longestSeconds: number
  readonly waiting: number
}

interface Day {
  readonly organizationId: string
  readonly practitionerId: string
  readonly from: Date
  readonly to: Date
  readonly now: Date
}

/** By hour from `from` on, at most as many rows as the day has hours. Decrypts nothing. */
export const listWaitsByHour = async (db: AnyKysely, day: Day): Promise<readonly WaitsOfHour[]> =>
  (await selectWaits(db, day)).map(({ median_seconds: medianSeconds, longest_seconds: longestSeconds, ...rest }) => ({
    ...rest,
    medianSeconds,
    longestSeconds,
  }))

interface Row {
  readonly hour: number
  readonly patients: number
  readonly median_seconds: number
  readonly longest_seconds: number
  readonly waiting: number
}

const selectWaits = preparedRead(
  (_, { organizationId, practitionerId, from, to, now }: Placeholders<Day>) => sql<Row>`
    select wait.* from (
      select hour, count(*)::integer as patients, percentile_disc(0.5) within group (order by seconds) as median_seconds,
        max(seconds) as longest_seconds, (count(*) filter (where is_waiting))::integer as waiting
      from (
        select floor(extract(epoch from checked_in_at - ${from}::timestamptz) / 3600)::integer as hour,
          greatest(0, extract(epoch from coalesce(admitted_at, ended_at, ${now}::timestamptz) - checked_in_at))::float8 as seconds,
          status = 'waiting' as is_waiting
        from visits.visits
        where organization_id = ${organizationId}::uuid and practitioner_id = ${practitionerId}::uuid
          and checked_in_at >= ${from}::timestamptz and checked_in_at < ${to}::timestamptz) as each
      group by hour order by hour) as wait`,
)
