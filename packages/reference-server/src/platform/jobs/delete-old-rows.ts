import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../contracts/database.ts'
import type { DomainJob } from '../contracts/domain-job.ts'
import { firstId } from '../database/ids/new-id.ts'
import { deleteInPages } from '../database/unit-of-work/delete-in-pages.ts'

/** Rows of a domain's table that are deleted some days after they were created. */
export interface OldRows {
  /** With its schema. Its ids are in the order of their creation. */
  readonly table: string
  readonly retentionDays: number
  /** A condition on the row, named `old`. Rows for which it is false are kept, however old they are. Default: all old rows. */
  readonly unless?: (before: Date) => RawBuilder<boolean>
}

export interface DeletionDeps {
  readonly database: Pick<Database, 'transact'>
  readonly organizationIds: () => Promise<readonly string[]>
}

const day = 86_400_000

/** Once a day, for each organization: deletes what is old. Reads the old part of a table, and one page after it. */
export const deleteOldRows = (
  { database, organizationIds }: DeletionDeps,
  schema: string,
  tables: readonly OldRows[],
  name = `${schema}.delete-old-rows`,
): DomainJob => ({
  name,
  everySeconds: 86_400,
  run: async (now) => {
    for (const organizationId of await organizationIds())
      for (const rows of tables)
        await deleteOf(
          database,
          { domain: schema, organizationId },
          rows,
          new Date(now.getTime() - rows.retentionDays * day),
        )
  },
})

/** In the order of the ids, until a page has a row that is not old. A row that is kept is passed, not met again. */
const deleteOf = (
  database: DeletionDeps['database'],
  scope: { readonly domain: string; readonly organizationId: string },
  { table, unless }: OldRows,
  before: Date,
): Promise<void> => {
  const kept = unless === undefined ? sql`false` : unless(before)
  let after = firstId
  return deleteInPages((pageSize) =>
    database.transact(scope, async (tx) => {
      const { rows } = await sql<{ last: string; old: number }>`
        with page as (
          select id, created_at < ${before} as is_old from ${sql.table(table)}
          where organization_id = ${scope.organizationId} and id > ${after} order by id limit ${pageSize}
        ), gone as (
          delete from ${sql.table(table)} as old using page
          where old.organization_id = ${scope.organizationId} and old.id = page.id and page.is_old and not (${kept})
        )
        select max(id::text) as last, count(*) filter (where is_old)::integer as old from page having count(*) > 0`.execute(
        tx,
      )
      after = rows[0]?.last ?? after
      return rows[0]?.old ?? 0
    }),
  )
}
