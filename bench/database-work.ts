import pg from 'pg'

/** What PostgreSQL did between two moments. */
export interface DatabaseWork {
  /** Every statement that clients sent, control statements included. Null unless they are counted (see `countStatements`). */
  readonly statements: number | null
  /** COMMIT statements that clients sent. Null like `statements`. */
  readonly commits: number | null
  /** Transactions that wrote: those with a transaction id, with or without BEGIN and COMMIT. */
  readonly writes: number
  readonly walBytes: number
  /** Growth of tables, with what is stored out of line, and of their indexes. */
  readonly tableBytes: number
  readonly indexBytes: number
}

export interface DatabaseMeter {
  start(): Promise<void>
  read(): Promise<DatabaseWork>
  /** Exact, and costs PostgreSQL a few microseconds for each statement: not while CPU is measured. */
  countStatements(isOn: boolean): Promise<void>
  stop(): Promise<void>
}

/** Settings of PostgreSQL with which statements can be counted. */
export const canCountStatements = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.max=20000']

interface Totals {
  readonly writes: number
  readonly wal: number
  readonly tables: number
  readonly indexes: number
}

/** Of one database; WAL and transactions are those of the whole PostgreSQL. `url`: of a superuser. */
export const openDatabaseMeter = async (url: string): Promise<DatabaseMeter> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Its own statements do not count.
  const extension = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
    options: '-c pg_stat_statements.track=none',
  })
  await extension.connect()
  await extension.query('create extension if not exists pg_stat_statements')
  const track = async (level: 'top' | 'none'): Promise<void> => {
    await extension.query(`alter system set pg_stat_statements.track = '${level}'`)
    await extension.query('select pg_reload_conf()')
  }
  await track('none')
  const { rows } = await client.query<{ oid: string }>(
    'select oid::text from pg_database where datname = current_database()',
  )
  const database = rows[0]?.oid
  let isCounting = false
  let before: Totals = { writes: 0, wal: 0, tables: 0, indexes: 0 }

  const totals = async (): Promise<Totals> => {
    const { rows: found } = await client.query<Totals>(`
      select pg_snapshot_xmax(pg_current_snapshot())::text::float8 as writes,
        (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8 as wal,
        sum(pg_table_size(class.oid))::float8 as tables, sum(pg_indexes_size(class.oid))::float8 as indexes
      from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
      where class.relkind = 'r' and namespace.nspname not in ('pg_catalog', 'information_schema')`)
    const [only] = found
    if (!only) throw new Error('no totals')
    return only
  }
  return {
    start: async () => {
      before = await totals()
      if (isCounting) await extension.query('select pg_stat_statements_reset()')
    },
    read: async () => {
      const after = await totals()
      const { rows: counts } = isCounting
        ? await extension.query<{ statements: number; commits: number }>(
            `select coalesce(sum(calls), 0)::float8 as statements,
               coalesce(sum(calls) filter (where query ilike 'commit%'), 0)::float8 as commits
             from pg_stat_statements where dbid = $1`,
            [database],
          )
        : { rows: [] }
      return {
        statements: counts[0]?.statements ?? null,
        commits: counts[0]?.commits ?? null,
        writes: after.writes - before.writes,
        walBytes: after.wal - before.wal,
        tableBytes: after.tables - before.tables,
        indexBytes: after.indexes - before.indexes,
      }
    },
    countStatements: async (isOn) => {
      isCounting = isOn
      await track(isOn ? 'top' : 'none')
    },
    stop: async () => {
      await client.end()
      await extension.end()
    },
  }
}
