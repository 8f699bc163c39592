import { insertText, insertValues, rowsClass, type InsertColumn } from '../unit-of-work/insert-rows.ts'

/** Rows of a table of the platform that a change inserts: events, audit rows, marks. */
export interface RowsToInsert {
  /** Equal for equal texts. */
  readonly key: string
  /** With values `$1`, `$2` ...; inserts only if the condition holds. */
  readonly text: (condition: string | null) => string
  readonly values: readonly unknown[]
}

/** `columnValues` holds the rows column by column. */
export const rowsToInsert = (
  table: string,
  columns: readonly InsertColumn[],
  columnValues: readonly (readonly unknown[])[],
): RowsToInsert => {
  const rowCount = columnValues[0]?.length ?? 0
  return {
    key: `${table}:${rowsClass(rowCount)}`,
    text: (condition) => insertText(table, columns, rowCount, condition),
    values: insertValues(columnValues),
  }
}
