import type { Statement } from '../../contracts/database.ts'

export type InsertColumn = readonly [name: string, type: string, ...more: unknown[]]

/** Up to this many rows, each number of rows has a text of its own. */
const fewRows = 2

/**
 * The text that inserts this number of rows, if `condition` holds. One or two rows are written out: the planner does not know the length of
 * an array, assumes it is long, and plans the statement again each time, which costs more than the insert. More rows are passed as arrays,
 * so that there are three texts and not one for each number of rows.
 */
export const insertText = (
  table: string,
  columns: readonly InsertColumn[],
  rowCount: number,
  condition: string | null = null,
): string => {
  const names = columns.map(([name]) => name).join(', ')
  const where = condition === null ? '' : ` where ${condition}`
  if (rowCount > fewRows)
    return `insert into ${table} (${names})
      select ${names} from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')}) as rows (${names})${where}`
  const rows = Array.from(
    { length: rowCount },
    (_, index) => `(${columns.map(([, type], at) => `$${index * columns.length + at + 1}::${type}`).join(', ')})`,
  ).join(', ')
  return condition === null
    ? `insert into ${table} (${names}) values ${rows}`
    : `insert into ${table} (${names}) select * from (values ${rows}) as rows${where}`
}

/** The parameters of `insertText`. `columnValues` holds the rows column by column. */
export const insertValues = (columnValues: readonly (readonly unknown[])[]): readonly unknown[] => {
  const rowCount = columnValues[0]?.length ?? 0
  if (rowCount > fewRows) return columnValues
  return Array.from({ length: rowCount }, (_, index) => columnValues.map((column) => column[index])).flat()
}

/** The statement that inserts rows. */
export const insertRows = (
  table: string,
  columns: readonly InsertColumn[],
  columnValues: readonly (readonly unknown[])[],
): Statement => ({
  text: insertText(table, columns, columnValues[0]?.length ?? 0),
  values: insertValues(columnValues),
})

/** The number of rows as far as it decides the text. */
export const rowsClass = (rowCount: number): number => Math.min(rowCount, fewRows + 1)
