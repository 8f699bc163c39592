import { sql } from 'kysely'
import type { Database } from '../contracts/database.ts'
import type { DomainJob } from '../contracts/domain-job.ts'
import { deleteOldRows } from '../jobs/delete-old-rows.ts'

/** What became of a message is in the facts of its domain. These rows only explain a delay or a repeat to an operator. */
const retentionDays = 30

/**
 * Deletes transmissions that ended a month ago, except dead letters and what came after one: an operator who retries it must see that it
 * would arrive in the wrong order.
 */
export const deleteEndedTransmissions = (
  database: Pick<Database, 'transact'>,
  organizationIds: () => Promise<readonly string[]>,
  schema: string,
): DomainJob => {
  const table = `${schema}.transmissions`
  return deleteOldRows(
    { database, organizationIds },
    schema,
    [
      {
        table,
        retentionDays,
        unless: (
          before,
        ) => sql<boolean>`old.ended_at is null or old.ended_at >= ${before} or old.state = 'parked' or exists (
          select from ${sql.table(table)} as parked where parked.state = 'parked' and parked.subject_id = old.subject_id)`,
      },
    ],
    `${schema}.delete-ended-transmissions`,
  )
}
