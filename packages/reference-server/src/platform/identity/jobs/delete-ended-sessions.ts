import { sql } from 'kysely'
import { firstId } from '../../database/ids/new-id.ts'
import { deleteInPages } from '../../database/unit-of-work/delete-in-pages.ts'
import type { DomainJob } from '../../contracts/domain-job.ts'
import type { Database } from '../../contracts/database.ts'

/** The ledger records sign-ins for the required time. These rows only serve tokens, which have expired long before. */
const retainedDays = 30

/**
 * Deletes sessions that can no longer be refreshed, with their refresh tokens, a month after their absolute limit, and used proofs that have
 * expired.
 */
export const deleteEndedSessions = (
  database: Pick<Database, 'transact'>,
  organizationIds: () => Promise<readonly string[]>,
): DomainJob => ({
  name: 'identity.delete-ended-sessions',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - retainedDays * 86_400_000)
    for (const organizationId of await organizationIds()) {
      await deleteInPages((pageSize) =>
        database.transact({ domain: 'identity', organizationId }, async (tx) => {
          const { numAffectedRows = 0n } = await sql`
            delete from identity.used_proofs where organization_id = ${organizationId} and id in (
              select id from identity.used_proofs
              where organization_id = ${organizationId} and expires_at < ${now} limit ${pageSize})`.execute(tx)
          return Number(numAffectedRows)
        }),
      )
      let after = firstId
      await deleteInPages((pageSize) =>
        database.transact({ domain: 'identity', organizationId }, async (tx) => {
          // In the order of their ids, which is that of their start. Ends when a page has no old session.
          const { rows } = await sql<{ id: string; isOld: boolean }>`
            select id, absolute_ends_at < ${before} as "isOld" from identity.sessions
            where organization_id = ${organizationId} and id > ${after} order by id limit ${pageSize}`.execute(tx)
          after = rows.at(-1)?.id ?? after
          const ids = rows.filter(({ isOld }) => isOld).map(({ id }) => id)
          if (ids.length === 0) return 0
          await sql`delete from identity.refresh_tokens where session_id = any(${ids}::uuid[])`.execute(tx)
          await sql`delete from identity.sessions where id = any(${ids}::uuid[])`.execute(tx)
          return rows.length
        }),
      )
    }
  },
})
