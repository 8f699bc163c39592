import { sql, type RawBuilder } from 'kysely'

/** One column of several rows: its PostgreSQL type and its values, row by row. */
export type Unnested = Readonly<Record<string, readonly [type: string, values: readonly unknown[]]>>

/** Up to this many rows are written as literal rows. */
const fewRows = 2

/**
 * `unnest($1::uuid[], ...) as name (id, ...)`: any number of rows with one statement text, so that it is prepared once. A list of rows in
 * the text would be a new text for each length, and a long remittance would exceed the limit of parameters. One or two rows are written out
 * anyway: the planner does not know the length of an array and plans the statement again each time.
 */
export const unnested = (name: string, columns: Unnested): RawBuilder<unknown> => {
  const given = Object.values(columns)
  const names = Object.keys(columns).map((column) => sql.ref(column))
  const count = given[0]?.[1].length ?? 0
  if (count === 0 || count > fewRows) {
    const arrays = given.map(([type, values]) => sql`${values.map(driverValue)}::${sql.raw(type)}[]`)
    return sql`unnest(${sql.join(arrays)}) as ${sql.ref(name)} (${sql.join(names)})`
  }
  const row = (index: number): RawBuilder<unknown> =>
    sql`(${sql.join(given.map(([type, values]) => sql`${driverValue(values[index])}::${sql.raw(type)}`))})`
  const rows = Array.from({ length: count }, (_, index) => row(index))
  return sql`(values ${sql.join(rows)}) as ${sql.ref(name)} (${sql.join(names)})`
}

/**
 * `insert into table (...) select ... from unnest(...)`, to be completed by e.g. `on conflict`. `withName`: a CTE of the statement; without
 * a row of it nothing is inserted.
 */
export const insertUnnested = (table: string, columns: Unnested, withName?: string): RawBuilder<unknown> => {
  const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)))
  const given = sql.join(Object.keys(columns).map((column) => sql.ref(`rows.${column}`)))
  const from = withName === undefined ? sql`` : sql`, ${sql.ref(withName)}`
  return sql`insert into ${sql.table(table)} (${names}) select ${given} from ${unnested('rows', columns)}${from}`
}

/** In arrays, the driver writes dates in the machine's time zone, and bytes only from a Buffer. */
const driverValue = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : value instanceof Uint8Array ? Buffer.from(value) : value
