import { sql } from 'kysely'
import type { DomainJob } from '../contracts/domain-job.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { deleteExpiredReplays } from '../database/unit-of-work/replays.ts'

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
      const db = database.readerAcross('platform')
      // Keeps events with a delivery to retry, and the marks of their consumers.
      await sql`delete from platform.outbox as event where at < ${before}
        and not exists (select from platform.failed_deliveries as failed where failed.event_id = event.id)`.execute(db)
      await sql`delete from platform.consumed as mark where at < ${before}
        and not exists (
          select from platform.outbox as event where event.organization_id = mark.organization_id and event.id = mark.event_id)`.execute(
        db,
      )
    },
  },
]
