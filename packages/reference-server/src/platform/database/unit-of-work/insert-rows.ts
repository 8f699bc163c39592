import type { Statement } from '../../contracts/database.ts'

/** Up to this many rows, each number of rows has a text of its own. */
const fewRows = 2

/**
 * The statement that inserts rows; `values` holds them column by column. One or two rows are written out: the planner does not know the
 * length of an array, assumes it is long, and plans the statement again each time, which costs more than the insert. More rows are passed
 * as arrays, so that there are three texts and not one for each number of rows.
 */
export const insertRows = (
  table: string,
  columns: readonly (readonly [name: string, type: string, ...more: unknown[]])[],
  values: readonly (readonly unknown[])[],
): Statement => {
  const names = columns.map(([name]) => name).join(', ')
  const rows = values[0]?.length ?? 0
  if (rows > fewRows)
    return {
      text: `insert into ${table} (${names})
        select ${names} from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')}) as rows (${names})`,
      values,
    }
  const row = (index: number): string =>
    `(${columns.map(([, type], at) => `$${index * columns.length + at + 1}::${type}`).join(', ')})`
  return {
    text: `insert into ${table} (${names}) values ${Array.from({ length: rows }, (_, index) => row(index)).join(', ')}`,
    values: Array.from({ length: rows }, (_, index) => values.map((column) => column[index])).flat(),
  }
}
