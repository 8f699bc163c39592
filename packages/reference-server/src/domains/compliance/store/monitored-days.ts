import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { MemberDay } from '../model/monitor/unusual-volume.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.monitored_days'

/** What a member did on one day, as far as later days are compared with it. */
export interface MonitoredDay extends MemberDay {
  /** The least id of the accesses of the day: they are read again from here. */
  readonly firstAccessId: string
  readonly lastAt: Date
}

const dayOf = (row: {
  member_id: string
  day: number
  role: string
  unexplained: number
  first_access_id: string
  last_at: Date
}): MonitoredDay => ({
  memberId: row.member_id,
  day: row.day,
  role: row.role,
  unexplained: row.unexplained,
  firstAccessId: row.first_access_id,
  lastAt: row.last_at,
})

export const writeDays = (days: readonly MonitoredDay[], newId: () => string): Write => ({
  statement: upsertDays,
  values: [
    days.map(() => newId()),
    days.map(({ memberId }) => memberId),
    days.map(({ day }) => day),
    days.map(({ role }) => role),
    days.map(({ unexplained }) => unexplained),
    days.map(({ firstAccessId }) => firstAccessId),
    days.map(({ lastAt }) => lastAt),
  ],
})
const upsertDays = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'member_id', 'day', 'role', 'unexplained', 'first_access_id', 'last_at'],
  values: [
    'unnest($1::uuid[])',
    'unnest($2::uuid[])',
    'unnest($3::integer[])',
    'unnest($4::text[])',
    'unnest($5::integer[])',
    'unnest($6::uuid[])',
    'unnest($7::timestamptz[])',
  ],
  isConditional: false,
  onConflict: `(organization_id, member_id, day) do update set role = excluded.role, unexplained = excluded.unexplained,
    first_access_id = excluded.first_access_id, last_at = excluded.last_at`,
})

/** Of these members and days. */
export const listMonitoredDays = async (
  db: AnyKysely,
  days: readonly Pick<MemberDay, 'memberId' | 'day'>[],
): Promise<MonitoredDay[]> => {
  if (days.length === 0) return []
  const { rows } = await sql<Parameters<typeof dayOf>[0]>`
    select one.* from compliance.monitored_days as one
    join unnest(${days.map(({ memberId }) => memberId)}::uuid[], ${days.map(({ day }) => day)}::integer[]) as asked (member_id, day)
      on one.member_id = asked.member_id and one.day = asked.day`.execute(db)
  return rows.map(dayOf)
}

/** Of all members, from the first to the last day, on which something was not explained. */
export const listUnexplainedDays = async (db: AnyKysely, fromDay: number, toDay: number): Promise<MonitoredDay[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where('unexplained', '>', 0)
    .orderBy('day')
    .orderBy('member_id')
    .execute()
  return rows.map(dayOf)
}

/** Of members with one of these roles. */
export const listDaysOfRoles = async (
  db: AnyKysely,
  roles: readonly string[],
  fromDay: number,
  toDay: number,
): Promise<MonitoredDay[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where('role', '=', sql<string>`any(${roles}::text[])`)
    .execute()
  return rows.map(dayOf)
}

/** When these members were last seen before this day. */
export const findLastSeen = async (
  db: AnyKysely,
  memberIds: readonly string[],
  beforeDay: number,
): Promise<ReadonlyMap<string, Date>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(({ fn }) => ['member_id', fn.max('last_at').as('last_at')])
    .where('member_id', '=', sql<string>`any(${memberIds}::uuid[])`)
    .where('day', '<', beforeDay)
    .groupBy('member_id')
    .execute()
  return new Map(rows.map(({ member_id, last_at }) => [member_id, last_at]))
}

/** Who was seen from this day on. */
export const listMembersSeen = async (db: AnyKysely, fromDay: number): Promise<readonly string[]> =>
  (await tablesOf(db).selectFrom(table).select('member_id').distinct().where('day', '>=', fromDay).execute()).map(
    ({ member_id }) => member_id,
  )

/** Days before this one, but the last of each member: when an account was last used is never forgotten. */
export const deleteDaysBefore = (day: number): Write => ({ statement: deleteOld, values: [day] })
const deleteOld = writeStatement({
  kind: 'delete',
  table,
  where: `day < $1::integer and exists (select from compliance.monitored_days as later
    where later.organization_id = monitored_days.organization_id and later.member_id = monitored_days.member_id
      and later.day > monitored_days.day)`,
  isConditional: false,
})
