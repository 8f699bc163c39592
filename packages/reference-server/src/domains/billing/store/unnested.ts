import { sql, type RawBuilder } from 'kysely'

/** One column of many rows: its type in PostgreSQL and its values, row by row. */
export type Unnested = Readonly<Record<string, readonly [type: string, values: readonly unknown[]]>>

/**
 * `unnest($1::uuid[], ...) as name (id, ...)`: any number of rows under one text, so that it is prepared once. A list of rows in the text would
 * be another text for each length, and run out of parameters in a long remittance.
 */
export const unnested = (name: string, columns: Unnested): RawBuilder<unknown> => {
  const arrays = Object.values(columns).map(([type, values]) => sql`${values.map(wire)}::${sql.raw(type)}[]`)
  const names = Object.keys(columns).map((column) => sql.ref(column))
  return sql`unnest(${sql.join(arrays)}) as ${sql.ref(name)} (${sql.join(names)})`
}

/** `insert into table (...) select ... from unnest(...)`, to be completed by what follows, such as `on conflict`. */
export const insertUnnested = (table: string, columns: Unnested): RawBuilder<unknown> => {
  const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${names}) select ${names} from ${unnested('rows', columns)}`
}

/** The driver writes dates inside arrays in the machine's zone; bytes only as a Buffer. */
const wire = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : value instanceof Uint8Array ? Buffer.from(value) : value
