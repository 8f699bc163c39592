import { sql } from 'kysely'
import type { DomainJob } from '../../contracts/domain-job.ts'
import type { Database } from '../../contracts/database.ts'

/** The ledger records sign-ins for the required time. These rows only serve tokens, which have expired long before. */
const retainedDays = 30

/** Deletes sessions that can no longer be refreshed, with their refresh tokens, a month after their absolute limit. */
export const deleteEndedSessions = (
  database: Pick<Database, 'transact'>,
  organizationIds: () => Promise<readonly string[]>,
): DomainJob => ({
  name: 'identity.delete-ended-sessions',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - retainedDays * 86_400_000)
    for (const organizationId of await organizationIds()) {
      await database.transact({ domain: 'identity', organizationId }, async (tx) => {
        await sql`delete from identity.refresh_tokens where session_id in
          (select id from identity.sessions where absolute_ends_at < ${before})`.execute(tx)
        await sql`delete from identity.sessions where absolute_ends_at < ${before}`.execute(tx)
      })
    }
  },
})
