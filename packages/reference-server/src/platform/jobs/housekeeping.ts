import { sql } from 'kysely'
import type { DomainJob } from '../contracts/domain-job.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { firstId, firstIdOf } from '../database/ids/new-id.ts'
import { deleteExpiredReplays } from '../database/unit-of-work/replays.ts'
import { deleteInPages } from '../database/unit-of-work/delete-in-pages.ts'

/** Retention of events, in days: a consumer that was away for less misses none. */
const eventRetentionDays = 30

/** The platform's own jobs: they delete data past its retention. */
export const housekeepingJobs = (database: PlatformDatabase): readonly DomainJob[] => [
  { name: 'platform.remove-expired-replays', everySeconds: 3_600, run: (now) => deleteExpiredReplays(database, now) },
  {
    name: 'platform.remove-old-events',
    everySeconds: 86_400,
    run: async (now) => {
      const before = new Date(now.getTime() - eventRetentionDays * 86_400_000)
      await deleteOldEvents(database, before)
      await deleteOldMarks(database, before)
    },
  },
]

/** Walks the outbox from its start, in the order of its key, until a page has no old event. Keeps events with a delivery to retry. */
const deleteOldEvents = async (database: PlatformDatabase, before: Date): Promise<void> => {
  let after = { xid: '0', eventId: firstId }
  await deleteInPages(async (pageSize) => {
    const { rows } = await sql<{ xid: string; eventId: string; seen: number }>`
      with page as (
        select xid, id, at from platform.event_rows where (xid, id) > (${after.xid}::xid8, ${after.eventId}::uuid)
        order by xid, id limit ${pageSize}
      ), gone as (
        delete from platform.event_rows as event using page where event.xid = page.xid and event.id = page.id and page.at < ${before}
          and not exists (select from platform.failed_deliveries as failed where failed.event_id = event.id)
      )
      select xid::text, id as "eventId", (select case when min(at) < ${before} then count(*) else 0 end from page)::integer as seen
      from page order by page.xid desc, page.id desc limit 1`.execute(database.readerAcross('platform'))
    after = rows[0] ?? after
    return rows[0]?.seen ?? 0
  })
}

/** Keeps the marks of events that are kept, for all their consumers. */
const deleteOldMarks = (database: PlatformDatabase, before: Date): Promise<void> => {
  let after = firstId
  return deleteInPages(async (pageSize) => {
    const { rows } = await sql<{ last: string | null; seen: number }>`
      with page as (
        select event_id, consumer from platform.consumed where event_id > ${after} and event_id < ${firstIdOf(before)}
        order by event_id limit ${pageSize}
      ), gone as (
        delete from platform.consumed as mark using page where mark.event_id = page.event_id
          and not exists (select from platform.failed_deliveries as failed where failed.event_id = mark.event_id)
      )
      select max(event_id::text) as last, count(*)::integer as seen from page`.execute(
      database.readerAcross('platform'),
    )
    after = rows[0]?.last ?? after
    return rows[0]?.seen ?? 0
  })
}
