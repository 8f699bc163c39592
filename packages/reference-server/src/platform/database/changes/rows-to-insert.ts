import type { RowsToInsert } from '../../contracts/write.ts'
import { insertText, insertValues, rowsClass, type InsertColumn } from '../unit-of-work/insert-rows.ts'

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
