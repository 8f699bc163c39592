import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { readFileSync } from 'node:fs'
import { startPostgres } from '../scripts/start-postgres.ts'

export interface BenchPostgres {
  /** Of the superuser. */
  readonly url: string
  /** The postmaster process. */
  readonly processId: number
  /** Creates an empty database and returns its URL. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/** A separate PostgreSQL for the bench, from npm, with its default settings and `settings`. */
export const startBenchPostgres = async (settings: readonly string[] = []): Promise<BenchPostgres> => {
  const { url, stop } = await startPostgres(18, settings)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const processId = parentOf(rows[0]?.pid ?? 0)
  await client.end()
  return {
    url,
    processId,
    createDatabase: async () => {
      const name = `bench_${randomUUID().replaceAll('-', '')}`
      const owner = new pg.Client({ connectionString: url })
      await owner.connect()
      await owner.query(`create database ${name}`)
      await owner.end()
      return Object.assign(new URL(url), { pathname: `/${name}` }).href
    },
    stop,
  }
}

const parentOf = (processId: number): number =>
  Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0)
