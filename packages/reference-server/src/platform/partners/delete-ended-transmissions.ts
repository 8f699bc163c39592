import { sql } from 'kysely'
import type { Database } from '../contracts/database.ts'
import type { DomainJob } from '../contracts/domain-job.ts'
import { firstId } from '../database/ids/new-id.ts'
import { deleteInPages } from '../database/unit-of-work/delete-in-pages.ts'

/** What became of a message is in the facts of its domain. These rows only explain a delay or a repeat to an operator. */
const retainedDays = 30

/**
 * Deletes transmissions that ended a month ago, except dead letters and what came after one: an operator who retries it must see that it
 * would arrive in the wrong order.
 */
export const deleteEndedTransmissions = (
  database: Pick<Database, 'transact'>,
  organizationIds: () => Promise<readonly string[]>,
  schema: string,
): DomainJob => ({
  name: `${schema}.delete-ended-transmissions`,
  everySeconds: 86_400,
  run: async (now) => {
    const before = new Date(now.getTime() - retainedDays * 86_400_000)
    const table = sql.table(`${schema}.transmissions`)
    for (const organizationId of await organizationIds()) {
      let after = firstId
      await deleteInPages((pageSize) =>
        database.transact({ domain: schema, organizationId }, async (tx) => {
          // In the order of their ids, which is that of their creation. Ends when a page has no old transmission.
          const { rows } = await sql<{ id: string; isOld: boolean }>`
            select id, ended_at < ${before} and state <> 'parked' and not exists (
              select from ${table} as parked where parked.state = 'parked' and parked.subject_id = ended.subject_id
            ) as "isOld"
            from ${table} as ended where organization_id = ${organizationId} and id > ${after} order by id limit ${pageSize}`.execute(
            tx,
          )
          after = rows.at(-1)?.id ?? after
          const ids = rows.filter(({ isOld }) => isOld).map(({ id }) => id)
          if (ids.length === 0) return 0
          await sql`delete from ${table} where id = any(${ids}::uuid[])`.execute(tx)
          return rows.length
        }),
      )
    }
  },
})
