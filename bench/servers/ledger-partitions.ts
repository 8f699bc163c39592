import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { insertAccesses } from '../../packages/reference-server/src/platform/audit/access-columns.ts'
import type { AccessRow } from '../../packages/reference-server/src/platform/contracts/ledger.ts'
import { createPlatform } from '../../packages/reference-server/src/platform/create-platform.ts'
import { firstIdOf, newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { createLogger } from '../../packages/reference-server/src/platform/logging/logger.ts'
import { CpuMeter } from '../cpu-time.ts'
import { startBenchPostgres } from '../postgres.ts'

/**
 * The table of the ledger as it is, against the same one in partitions by time, over the six years that it is kept: what each statement
 * costs the database, in interleaved rounds (docs/decisions/0050). `node bench/servers/ledger-partitions.ts --months 12` makes one of each year.
 */
const { values } = parseArgs({
  options: {
    months: { type: 'string', default: '1' },
    rows: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '9' },
  },
})
const monthsOfPartition = Number(values.months)
const rowsOfMonth = Number(values.rows)
const rounds = Number(values.rounds)
const months = 72
const tables = ['bench.plain', 'bench.parted'] as const
type Table = (typeof tables)[number]

const startOfMonth = (month: number): Date => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1 + month, 1))
}
const organizationId = newId()
const [oftenSeen, seldomSeen] = [newId(), newId()]

const prepare = async (client: pg.Client): Promise<void> => {
  await client.query('create schema bench')
  await client.query('create table bench.plain (like audit.access_rows including all)')
  await client.query('create table bench.parted (like audit.access_rows including defaults) partition by range (id)')
  await client.query('alter table bench.parted add primary key (id)')
  await client.query('create index on bench.parted (xid, id)')
  await client.query('create index on bench.parted (patient_id, id) where patient_id is not null')
  await client.query('create index on bench.parted (actor_id, id) where actor_id is not null')
  for (let month = 0; month < months; month += monthsOfPartition)
    await client.query(
      `create table bench.parted_${month} partition of bench.parted
         for values from ('${firstIdOf(startOfMonth(month))}') to ('${firstIdOf(startOfMonth(month + monthsOfPartition))}')`,
    )
  await client.query('create table bench.parted_other partition of bench.parted default')
  for (const table of tables) {
    await client.query(`alter table ${table} enable row level security`)
    await client.query(`create policy across on ${table} to visitkit_audit using (true) with check (true)`)
    await client.query(`grant select, insert on ${table} to visitkit_audit`)
  }
  await client.query('grant usage on schema bench to visitkit_audit')
}

/** Months of rows, as a month of visits leaves them: ids in the order of time, a tenth of one patient, and a row each month of another. */
const fill = async (client: pg.Client): Promise<void> => {
  for (let month = 0; month < months; month += 1) {
    const [from, to] = [startOfMonth(month).getTime(), Math.min(startOfMonth(month + 1).getTime(), Date.now())]
    await client.query(
      `create temporary table filled as select
         lpad(to_hex($1::bigint + (i * ($2::bigint - $1::bigint) / $3)), 12, '0') || '7000800' || lpad(to_hex(i), 13, '0') as text,
         i from generate_series(0, $3::bigint - 1) as i`,
      [from, to, rowsOfMonth],
    )
    for (const table of tables)
      await client.query(
        `insert into ${table} (organization_id, id, at, request_id, operation, action, entity, entity_id, patient_id, outcome, because,
           actor_kind, actor_id, actor_role, session_id, client_id, purpose)
         select $1, text::uuid, to_timestamp($4::double precision / 1000), gen_random_uuid(), 'getPatient', 'read', 'Patient', gen_random_uuid(),
           case when i % 10 = 0 then $2::uuid when i = 7 then $3::uuid else gen_random_uuid() end, 'done', 'demographics',
           'member', gen_random_uuid(), 'nurse', gen_random_uuid(), 'portal', 'TREAT' from filled`,
        [organizationId, oftenSeen, seldomSeen, from],
      )
    await client.query('drop table filled')
  }
  await client.query('vacuum analyze')
}

const row = (): AccessRow => ({
  ...{ organizationId, id: newId(), at: new Date(), requestId: newId(), operation: 'getPatient', action: 'read' },
  ...{
    entity: 'Patient',
    entityId: newId(),
    patientId: newId(),
    outcome: 'done',
    refusal: null,
    because: 'demographics',
  },
  ...{ actorKind: 'member', actorId: newId(), actorRole: 'nurse', sessionId: newId(), clientId: 'portal' },
  ...{ purpose: 'TREAT', onBehalfOf: null },
})

interface Case {
  readonly name: string
  readonly times: number
  readonly run: (
    client: pg.Client,
    table: Table,
    place: { readonly xid: string; readonly id: string },
  ) => Promise<unknown>
}

const columns = 'id, at, operation, patient_id, actor_id, xid::text as commit_order'
const insertOf = (count: number) => (client: pg.Client, table: Table) => {
  const { text, values: given } = insertAccesses(Array.from({ length: count }, row))
  return client.query({ name: `${table}-${count}`, text: text.replace('audit.access_rows', table), values: [...given] })
}
const pageOf = (patientId: string) => (client: pg.Client, table: Table) =>
  client.query({
    name: `${table}-page`,
    text: `select ${columns} from ${table} where organization_id = $1 and patient_id = $2 order by id desc limit 51`,
    values: [organizationId, patientId],
  })
const cases: readonly Case[] = [
  { name: 'insert one row', times: 400, run: insertOf(1) },
  { name: 'insert twenty rows', times: 200, run: insertOf(20) },
  {
    name: 'sealer, nothing new',
    times: 200,
    // Not prepared: as the sealer asks once a second on a connection of transactions.
    run: (client, table, { xid, id }) =>
      client.query(
        `select ${columns} from ${table} where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
         order by xid, id limit 1000`,
        [xid, id],
      ),
  },
  { name: 'page of a patient with many rows', times: 200, run: pageOf(oftenSeen) },
  { name: 'page of a patient with a row a month', times: 100, run: pageOf(seldomSeen) },
  {
    name: 'page of an organization after a time',
    times: 100,
    run: (client, table) =>
      client.query({
        name: `${table}-recent`,
        text: `select ${columns} from ${table} where organization_id = $1 order by id desc limit 51`,
        values: [organizationId],
      }),
  },
]

const medianOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const measure = async (client: pg.Client, processId: number): Promise<void> => {
  for (const { name, times, run } of cases) {
    const spent: Record<Table, { cpu: number; wall: number }[]> = { 'bench.plain': [], 'bench.parted': [] }
    for (let round = 0; round <= rounds; round += 1)
      for (const table of round % 2 === 0 ? tables : tables.toReversed()) {
        const { rows } = await client.query<{ xid: string; id: string }>(
          `select last.xid::text as xid, id from ${table} as last order by last.xid desc, id desc limit 1`,
        )
        const place = rows[0] ?? { xid: '0', id: newId() }
        const meter = new CpuMeter(() => [processId], false)
        meter.start()
        const began = performance.now()
        for (let time = 0; time < times; time += 1) await run(client, table, place)
        // The first round warms plans and caches.
        if (round > 0)
          spent[table].push({ cpu: meter.read() / times, wall: ((performance.now() - began) * 1_000) / times })
      }
    const [plain, parted] = tables.map((table) => ({
      cpu: medianOf(spent[table].map(({ cpu }) => cpu)),
      wall: medianOf(spent[table].map(({ wall }) => wall)),
    }))
    if (plain && parted)
      console.log(
        `${name.padEnd(40)} CPU ${plain.cpu.toFixed(0)} -> ${parted.cpu.toFixed(0)} µs (${(parted.cpu / plain.cpu).toFixed(2)}x), wall ${plain.wall.toFixed(0)} -> ${parted.wall.toFixed(0)} µs`,
      )
  }
}

/** Removing what the oldest partition has. */
const remove = async (client: pg.Client): Promise<void> => {
  const timed = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    const began = performance.now()
    await run()
    console.log(`${name.padEnd(40)} ${(performance.now() - began).toFixed(0)} ms`)
  }
  await timed('delete the oldest rows in pages', async () => {
    for (let deleted = 1; deleted > 0;) {
      const { rowCount } = await client.query(
        `delete from bench.plain where id in (select id from bench.plain where id < $1 order by id limit 5000)`,
        [firstIdOf(startOfMonth(monthsOfPartition))],
      )
      deleted = rowCount ?? 0
    }
  })
  await timed('vacuum after it', () => client.query('vacuum bench.plain'))
  await timed('detach the oldest rows', () => client.query('alter table bench.parted detach partition bench.parted_0'))
}

const postgres = await startBenchPostgres()
const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
try {
  const platform = await createPlatform({
    databaseUrl: postgres.url,
    keyFolder: join(folder, 'keys'),
    checkpointFile: join(folder, 'checkpoints.ndjson'),
    clock: () => new Date(),
    log: createLogger({ level: 'error' }),
  })
  await platform.stop()
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await prepare(client)
  await fill(client)
  await client.query('set role visitkit_audit')
  await measure(client, postgres.processId)
  await client.query('reset role')
  await remove(client)
  const { rows } = await client.query<{ name: string; size: string }>(
    `select t as name, pg_size_pretty(sum(pg_total_relation_size(r))) as size from unnest(array['plain', 'parted']) as t,
       lateral (select oid as r from pg_class where relnamespace = 'bench'::regnamespace and relkind = 'r' and relname like t || '%') as tables group by t`,
  )
  console.log(rows.map(({ name, size }) => `${name} ${size}`).join(', '))
  await client.end()
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
