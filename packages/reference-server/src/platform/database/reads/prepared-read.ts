import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'
import { connectionSourceOf, executeOn, type ConnectionSource } from '../pool/execute-once.ts'
import { gatedClaim, gatedSelect } from '../pool/organization-gate.ts'

/** The values of a read, as expressions for its query. */
export type Placeholders<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }

interface Compiles<Row> {
  compile(db: AnyKysely): CompiledQuery<Row>
}

/** Where a value is when the query is built. */
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placeholders = <Values>(valueOf: (name: string) => unknown): Placeholders<Values> =>
  new Proxy({} as Placeholders<Values>, {
    get: (_, name) => sql`${valueOf(String(name))}`,
    ownKeys: () => {
      throw new Error('The values of a prepared read are taken by name, not spread.')
    },
  })

interface Compiled {
  /** Its parameters are placeholders, and values that the query fixes. */
  readonly query: CompiledQuery
  readonly isPlainRead: boolean
}

type Prepared<Values, Row> = (db: AnyKysely, values: Values) => Promise<Row[]>
type Build<Values, Row> = (db: AnyKysely, values: Placeholders<Values>) => Compiles<Row>

/**
 * A read whose query is built and compiled once, at its first use. Declared next to the other queries of a store:
 *
 *     const selectVisit = preparedRead((db, { id }: Placeholders<{ id: string }>) =>
 *       tablesOf(db).selectFrom('visits.visits').selectAll().where('id', '=', id))
 *     const [row] = await selectVisit(db, { id })
 *
 * The query is the same for all values: it takes lists as arrays (`= any(${ids}::uuid[])`), and depends on nothing but its placeholders.
 * A raw query must be a plain `select`. With the `db` of a transaction, it runs inside the transaction.
 */
export const preparedRead = <Values extends object, Row>(build: Build<Values, Row>): Prepared<Values, Row> =>
  prepared(build, (query) => {
    if (!/^\s*select\b/i.test(query.sql)) throw new Error('A prepared read is a plain select.')
    return true
  })

/** A statement that writes, and what it returns: a plain select from its parts. */
export interface ClaimParts<Row> {
  readonly parts: RawBuilder<unknown>
  readonly returns: RawBuilder<Row>
}

/**
 * As `preparedRead`, of a statement that also writes. It is committed together with the reads of its group, and is executed again if one
 * of them fails. So that it never delays them, it locks rows with `skip locked` only.
 */
export const preparedClaim = <Values extends object, Row>(
  build: (db: AnyKysely, values: Placeholders<Values>) => ClaimParts<Row>,
): Prepared<Values, Row> =>
  prepared(
    (db, values) => {
      const { parts, returns } = build(db, values)
      // Its last words are the name of what it selects from: there it is gated.
      return sql<Row>`with ${parts}, claim as materialized (${returns}) select claim.* from claim`
    },
    (query) => {
      if (!/\bfor (no key )?update skip locked\b/i.test(query.sql)) throw new Error('A claim skips locked rows.')
      return false
    },
  )

const prepared = <Values extends object, Row>(
  build: Build<Values, Row>,
  isPlainRead: (query: CompiledQuery) => boolean,
): Prepared<Values, Row> => {
  let compiled: Compiled | undefined
  return async (db, values) => {
    const named = values as Readonly<Record<string, unknown>>
    const source = connectionSourceOf(db)
    if (source === undefined) {
      const query = build(
        db,
        placeholders<Values>((name) => named[name]),
      ).compile(db)
      return (await db.executeQuery(query)).rows
    }
    if (compiled === undefined) {
      const query = build(
        db,
        placeholders<Values>((name) => new Placeholder(name)),
      ).compile(db)
      compiled = { query, isPlainRead: isPlainRead(query) }
    }
    const parameters = compiled.query.parameters.map((each) => (each instanceof Placeholder ? named[each.name] : each))
    return (await rowsOf(source, compiled, parameters)) as Row[]
  }
}

const rowsOf = async (
  source: ConnectionSource,
  { query, isPlainRead }: Compiled,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> => {
  const read = await source.read?.(query.sql, parameters, isPlainRead ? gatedSelect : gatedClaim)
  if (read) return read
  const lease = await source.acquire()
  try {
    return (await executeOn(lease, query.sql, parameters, isPlainRead)).rows
  } finally {
    lease.answered?.()
  }
}
