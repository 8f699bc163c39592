import type { Connection } from '../database/pool/connection.ts'
import type { BackedUpTable } from './backup-content.ts'

/** Written by `migrate` itself, also in the database that is restored into. */
const ownTables: ReadonlySet<string> = new Set(['platform.migrations'])

/** All tables with data, those first that others refer to. Columns that the database computes are left out. */
export const listTables = async (connection: Connection): Promise<readonly BackedUpTable[]> => {
  const { rows } = await connection.execute(`
    select class.oid::text as oid, format('%I.%I', namespace.nspname, class.relname) as name,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum)
       from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      array(select distinct confrelid::text from pg_constraint
        where conrelid = class.oid and contype = 'f' and confrelid <> class.oid) as refers
    from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
    where class.relkind in ('r', 'p') and not class.relispartition and namespace.nspname not like 'pg\\_%'
      and namespace.nspname <> 'information_schema'
    order by 2`)
  const tables = rows as (BackedUpTable & { readonly oid: string; readonly refers: readonly string[] })[]
  return inOrder(tables)
    .filter(({ name }) => !ownTables.has(name))
    .map(({ name, columns }) => ({ name, columns }))
}

const inOrder = <T extends { readonly oid: string; readonly name: string; readonly refers: readonly string[] }>(
  tables: readonly T[],
): readonly T[] => {
  const ordered: T[] = []
  const placed = new Set<string>()
  for (let left = [...tables]; left.length > 0;) {
    const next = left.filter(({ refers }) => refers.every((oid) => placed.has(oid)))
    if (next.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}.`)
    for (const table of next) {
      ordered.push(table)
      placed.add(table.oid)
    }
    left = left.filter(({ oid }) => !placed.has(oid))
  }
  return ordered
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const columnList = ({ columns }: BackedUpTable): string => columns.map(({ name }) => quoted(name)).join(', ')

/** Selects `line`: the text of every column of a row, as JSON. */
export const selectLines = (table: BackedUpTable): string =>
  `select to_json(array[${table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')}]::text[])::text as line from ${table.name}`

/** Selects `longest`: about as many characters as the longest line has. It reads sizes only, not the values that are stored apart. */
export const selectLongestLine = (table: BackedUpTable): string =>
  `select max(${table.columns.map(({ name, type }) => `coalesce(${sizeOf(quoted(name), type)}, 0)`).join(' + ')}) as longest from ${table.name}`

const sizeOf = (column: string, type: string): string => {
  // In hexadecimal.
  if (type === 'bytea') return `2 * octet_length(${column})`
  return type === 'text' ? `octet_length(${column})` : `pg_column_size(${column})`
}

/** Inserts the rows of the JSON array in `$1`. `jsonb` is parsed once, `json` for each column. */
export const insertLines = (table: BackedUpTable): string =>
  `insert into ${table.name} (${columnList(table)})
   select ${table.columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(', ')}
   from jsonb_array_elements($1::jsonb) as line`
