import type { Connection } from '../database/pool/connection.ts'
import type { BackedUpTable } from './backup-content.ts'
import { selectLines, selectLongestLine } from './list-tables.ts'

/** A page of rows is in memory as a whole, as text: rows with a picture or a part of a recording are few in a page. */
export const mostRowsOfPage = 500
/** Characters. A single row may be longer. */
export const mostTextOfPage = 8 * 1_048_576

/** All rows of a table, as lines of a backup. */
export async function* pagesOf(connection: Connection, table: BackedUpTable): AsyncGenerator<readonly string[]> {
  const rowsPerPage = await countRowsThatFit(connection, table)
  await connection.execute(`declare page_of_backup no scroll cursor for ${selectLines(table)}`)
  for (;;) {
    const { rows } = await connection.execute(`fetch ${rowsPerPage} from page_of_backup`)
    if (rows.length > 0) yield (rows as { line: string }[]).map(({ line }) => line)
    if (rows.length < rowsPerPage) break
  }
  await connection.execute('close page_of_backup')
}

const countRowsThatFit = async (connection: Connection, table: BackedUpTable): Promise<number> => {
  const { rows } = await connection.execute(selectLongestLine(table))
  const longest = Number((rows[0] as { longest: string | null }).longest ?? 0)
  return Math.max(1, Math.min(mostRowsOfPage, Math.floor(mostTextOfPage / Math.max(1, longest))))
}
