import { accessColumns } from '../access-columns.ts'
import type { HashedRow } from '../chain.ts'

/** A spreadsheet runs a cell that begins with one of these. It is written as text. */
const formulas = /^[=+\-@\t\r]/

const cell = (value: string): string => {
  const safe = formulas.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const properties = accessColumns.map(([, , property]) => property)

/** RFC 4180: a line of names, and one for each row. */
export const csvHeading = `sequence,${properties.join(',')}\r\n`

export const csvLine = (sequence: number, row: HashedRow): string => {
  const values = properties.map((property) => {
    const value = row[property] ?? ''
    return cell(value instanceof Date ? value.toISOString() : value)
  })
  return `${[String(sequence), ...values].join(',')}\r\n`
}
