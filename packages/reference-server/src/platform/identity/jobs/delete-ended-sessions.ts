import { sql } from 'kysely'
import type { DomainJob } from '../../contracts/domain-job.ts'
import type { Database } from '../../contracts/database.ts'

/** Who signed in when stands in the ledger for as long as it must; these rows only answer tokens, which are long expired. */
const retainedDays = 30

/** Removes sessions that nobody can refresh any longer, and their refresh tokens, a month after their absolute limit. */
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
