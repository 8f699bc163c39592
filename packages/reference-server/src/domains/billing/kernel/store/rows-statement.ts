import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'

/** The SQL type of each column. */
type ColumnTypes = Readonly<Record<string, string>>

export interface RowsStatement<Columns extends ColumnTypes> {
  /** One row. `sealed`: the value of the column `sealed`, which the platform encrypts. */
  readonly row: (row: RowOf<Columns>, sealed?: Omit<NonNullable<Write['sealed']>, 'at'>) => Write
  /** Any number of rows. */
  readonly rows: (rows: readonly RowOf<Columns>[]) => readonly Write[]
}
type RowOf<Columns extends ColumnTypes> = { readonly [Column in keyof Columns]: unknown }

/** Up to this many rows are written one by one. */
const fewRows = 2

/**
 * Declares the insert of rows. Many are passed as arrays: a list of rows would be a new text for each length, and a long remittance would
 * exceed the limit of parameters. One or two are written one by one anyway: the planner does not know the length of an array and plans the
 * statement again each time.
 */
export const rowsStatement = <const Columns extends ColumnTypes>(
  table: string,
  columns: Columns,
  onConflict?: string,
): RowsStatement<Columns> => {
  const names = Object.keys(columns)
  const declare = (valueOf: (type: string, place: number) => string) =>
    writeStatement({
      kind: 'insert',
      table,
      columns: names,
      values: Object.values(columns).map((type, index) => valueOf(type, index + 1)),
      isConditional: false,
      ...(onConflict !== undefined && { onConflict }),
    })
  const one = declare((type, place) => `$${place}::${type}`)
  const more = declare((type, place) => `unnest($${place}::${type}[])`)
  const row: RowsStatement<Columns>['row'] = (values, sealed) => ({
    statement: one,
    values: names.map((name) => values[name]),
    ...(sealed && { sealed: { ...sealed, at: names.indexOf('sealed') } }),
  })
  return {
    row,
    rows: (all) =>
      all.length <= fewRows
        ? all.map((each) => row(each))
        : [{ statement: more, values: names.map((name) => all.map((each) => elementOf(each[name]))) }],
  }
}

/** In arrays, the driver writes dates in the machine's time zone, and bytes only from a Buffer. */
const elementOf = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : value instanceof Uint8Array ? Buffer.from(value) : value
