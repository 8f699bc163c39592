import pg from 'pg'
import { timeOfChangeFunction } from '../../packages/reference-server/src/platform/database/migrate/times-of-change.ts'
import { CpuMeter } from '../cpu-time.ts'
import { startBenchPostgres } from '../postgres.ts'
import { median } from '../statistics.ts'

/**
 * What the trigger that keeps the time of a row's last change costs: CPU of PostgreSQL for one update of one row, with and without it, in
 * interleaved rounds. `node bench/servers/time-of-change.ts`
 */
const rounds = 40
const updates = 500
const rows = 1_000

const postgres = await startBenchPostgres()
const client = new pg.Client({ connectionString: await postgres.createDatabase() })
await client.connect()
const { rows: own } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
const meter = new CpuMeter(() => [own[0]?.pid ?? 0], false)

await client.query('create schema platform')
for (const statement of timeOfChangeFunction) await client.query(statement)
const tables = ['plain', 'kept'] as const
for (const table of tables) {
  await client.query(`create table ${table} (
    organization_id uuid, id uuid, state text, version integer, sealed bytea, last_updated timestamptz default now(),
    primary key (organization_id, id)) with (fillfactor = 70)`)
  await client.query(`insert into ${table} select gen_random_uuid(), gen_random_uuid(), 'new', 1, sha512(n::text::bytea)
    from generate_series(1, ${rows}) as n`)
}
await client.query(`create trigger time_of_change before update on kept
  for each row execute function platform.set_time_of_change()`)

const measure = async (table: (typeof tables)[number]): Promise<number> => {
  const { rows: keys } = await client.query<{ organization_id: string; id: string }>(
    `select organization_id, id from ${table} order by random() limit ${updates}`,
  )
  meter.start()
  await client.query('begin')
  for (const { organization_id: organizationId, id } of keys)
    await client.query({
      name: `update_${table}`,
      text: `update ${table} set version = version + 1, state = 'changed' where organization_id = $1 and id = $2 and version > 0`,
      values: [organizationId, id],
    })
  await client.query('commit')
  return meter.read() / updates
}

try {
  const spent = { plain: [] as number[], kept: [] as number[] }
  for (const table of tables) await measure(table)
  for (let round = 0; round < rounds; round += 1)
    for (const table of round % 2 === 0 ? tables : tables.toReversed()) spent[table].push(await measure(table))
  const differences = spent.kept.map((kept, round) => kept - (spent.plain[round] ?? 0))
  console.log(
    `an update of one row: ${median(spent.plain).toFixed(1)} µs without, ${median(spent.kept).toFixed(1)} µs with`,
  )
  console.log(`the trigger (median of the differences of ${rounds} pairs): ${median(differences).toFixed(2)} µs`)
} finally {
  await client.end()
  await postgres.stop()
}
