import { parseArgs } from 'node:util'
import pg from 'pg'
import { canCountStatements, openDatabaseMeter } from './database-work.ts'
import { manyOrganizations, startLoadTest } from './load-test.ts'
import { startBenchPostgres } from './postgres.ts'

/**
 * The statements that the messaging domain sends for a visit: those of its role, by text, at 8 starts a second in 40 organizations.
 * `node bench/notice-statements.ts --visits 96`.
 */
const { values } = parseArgs({
  options: { visits: { type: 'string', default: '96' }, rate: { type: 'string', default: '8' } },
})
const visits = Number(values.visits)

const postgres = await startBenchPostgres(canCountStatements)
const database = await postgres.createDatabase()
const loadTest = await startLoadTest({
  ...{ database, databaseProcess: postgres.processId, visits: visits * 2, organizations: manyOrganizations },
})
const meter = await openDatabaseMeter(database)
try {
  await loadTest.load(visits, Number(values.rate))
  await meter.countStatements(true)
  const { visits: done, failures, differences, work } = await loadTest.load(visits, Number(values.rate), meter)
  for (const line of new Set([...failures, ...differences])) console.log(line)
  const client = new pg.Client({ connectionString: Object.assign(new URL(database), { pathname: '/postgres' }).href })
  await client.connect()
  const { rows } = await client.query<{ calls: number; query: string }>(
    `select calls::float8 as calls, query from pg_stat_statements
     where userid = 'visitkit_messaging'::regrole order by calls desc`,
  )
  await client.end()
  const each = (calls: number): string => (calls / done.length).toFixed(2).padStart(7)
  for (const { calls, query } of rows.slice(0, 30))
    console.log(`${each(calls)}  ${query.replaceAll(/\s+/g, ' ').slice(0, 150)}`)
  console.log(`${each(rows.reduce((sum, { calls }) => sum + calls, 0))}  of messaging`)
  console.log(`${each(work?.statements ?? 0)}  of the whole visit, at ${values.rate} starts/s, ${done.length} visits`)
} finally {
  await meter.stop()
  await loadTest.stop()
  await postgres.stop()
}
process.exit(0)
