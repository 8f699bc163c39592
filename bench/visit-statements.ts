import { writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { canCountStatements, openDatabaseMeter } from './database-work.ts'
import { manyOrganizations, startLoadTest } from './load-test.ts'
import { startBenchPostgres } from './postgres.ts'
import type { ProfiledGroups, ProfiledStatement } from './servers/work-profile.ts'
import { walPosition, walSince, type RelationWal } from './wal-by-relation.ts'

/**
 * What PostgreSQL does for one visit: statements by role and text with the WAL that each writes, rows and bytes of each table, and how many
 * updates stay on their page. The same without requests, because jobs run anyway.
 * `node bench/visit-statements.ts --visits 96 --rate 8`, with `--text <part>` only the statements that contain it.
 */
const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '96' },
    rate: { type: 'string', default: '8' },
    idle: { type: 'string', default: '60' },
    top: { type: 'string', default: '60' },
    text: { type: 'string', default: '' },
    each: { type: 'string', default: '20' },
    json: { type: 'string', default: '' },
  },
})
const [visits, rate, idleSeconds, top] = [values.visits, values.rate, values.idle, values.top].map(Number) as [
  number,
  number,
  number,
  number,
]

interface Statement {
  readonly role: string
  readonly calls: number
  readonly wal: number
  /** Milliseconds: of planning and execution. */
  readonly time: number
  readonly query: string
}
interface Table {
  readonly name: string
  readonly inserted: number
  readonly updated: number
  readonly hot: number
  readonly deleted: number
  readonly bytes: number
  readonly indexBytes: number
}

const kindOf = ({ query }: Statement): string => {
  if (/^(begin|commit|rollback)\b/i.test(query)) return 'begin and commit'
  if (/^set\b|^select set_config/i.test(query)) return 'role or organization'
  return /^\s*select\b/i.test(query) && !/for (no key )?update/i.test(query) ? 'reads' : 'writes'
}

const sumBy = <A>(all: readonly A[], keyOf: (each: A) => string, value: (each: A) => number): [string, number][] => {
  const sums = new Map<string, number>()
  for (const each of all) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + value(each))
  return [...sums].toSorted(([, one], [, other]) => other - one)
}

const number = (value: number): string => value.toFixed(2).padStart(8)

const postgres = await startBenchPostgres(canCountStatements)
const database = await postgres.createDatabase()
const loadTest = await startLoadTest({
  ...{ database, databaseProcess: postgres.processId, visits: visits * 2, organizations: manyOrganizations },
  profiles: true,
})
const meter = await openDatabaseMeter(database)
const statistics = new pg.Client({ connectionString: Object.assign(new URL(database), { pathname: '/postgres' }).href })
const own = new pg.Client({ connectionString: database })
await Promise.all([statistics.connect(), own.connect()])

const listStatements = async (): Promise<readonly Statement[]> => {
  const { rows } = await statistics.query<Statement>(
    `select rolname as role, sum(calls)::float8 as calls, sum(wal_bytes)::float8 as wal,
       sum(total_plan_time + total_exec_time)::float8 as time, query from pg_stat_statements
     join pg_roles on pg_roles.oid = userid join pg_database on pg_database.oid = dbid
     where datname = $1 and not rolsuper group by rolname, query`,
    [new URL(database).pathname.slice(1)],
  )
  return rows.filter(({ query }) => query.includes(values.text))
}
const listTables = async (): Promise<readonly Table[]> => {
  // Backends report what they did within a second.
  await wait(1_500)
  const { rows } = await own.query<Table>(`
    select schemaname || '.' || relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated,
      n_tup_hot_upd::float8 as hot, n_tup_del::float8 as deleted, pg_table_size(relid)::float8 as bytes,
      pg_indexes_size(relid)::float8 as "indexBytes"
    from pg_stat_user_tables`)
  return rows
}

const readWal = async (): Promise<{ readonly records: number; readonly images: number }> => {
  const { rows } = await own.query<{ records: number; images: number }>(
    'select wal_records::float8 as records, wal_fpi::float8 as images from pg_stat_wal',
  )
  return rows[0] ?? { records: 0, images: 0 }
}

const printStatements = (all: readonly Statement[], per: number, unit: string): void => {
  for (const [kind, calls] of sumBy(all, kindOf, ({ calls }) => calls)) console.log(`${number(calls / per)}  ${kind}`)
  for (const [role, calls] of sumBy(
    all,
    ({ role }) => role,
    ({ calls }) => calls,
  ))
    console.log(`${number(calls / per)}  of ${role}`)
  console.log(`   calls     WAL      ms  of ${unit}`)
  for (const { role, calls, wal, time, query } of all.toSorted((a, b) => b.calls - a.calls).slice(0, top))
    console.log(
      `${number(calls / per)}${number(wal / per)}${number(time / per)}  ${role.replace('visitkit_', '')}: ${query.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    )
}

const printTables = (before: readonly Table[], after: readonly Table[], per: number): void => {
  const earlier = new Map(before.map((each) => [each.name, each]))
  const grown = after.map((each) => {
    const was = earlier.get(each.name)
    const of = (key: Exclude<keyof Table, 'name'>): number => (each[key] - (was?.[key] ?? 0)) / per
    const [inserted, updated, hot, deleted] = [of('inserted'), of('updated'), of('hot'), of('deleted')]
    return { name: each.name, inserted, updated, hot, deleted, bytes: of('bytes'), indexBytes: of('indexBytes') }
  })
  console.log('inserted updated     HOT deleted table KB indexes KB')
  for (const each of grown.toSorted((a, b) => b.bytes + b.indexBytes - a.bytes - a.indexBytes))
    if (each.inserted + each.updated + each.deleted > 0)
      console.log(
        `${number(each.inserted)}${number(each.updated)}${number(each.hot)}${number(each.deleted)}${number(each.bytes / 1_024)}${number(each.indexBytes / 1_024)}  ${each.name}`,
      )
}

const listIndexes = async (): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await own.query<{ name: string; bytes: number }>(
    `select schemaname || '.' || relname || ' (' || indexrelname || ')' as name, pg_relation_size(indexrelid)::float8 as bytes
     from pg_stat_user_indexes`,
  )
  return new Map(rows.map(({ name, bytes }) => [name, bytes]))
}

const printIndexes = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, per: number): void => {
  console.log('      KB  of an index')
  const grown = [...after].map(([name, bytes]) => [name, (bytes - (before.get(name) ?? 0)) / per / 1_024] as const)
  for (const [name, bytes] of grown.toSorted(([, one], [, other]) => other - one))
    if (bytes > 0) console.log(`${number(bytes)}  ${name}`)
}

const printWal = (all: readonly RelationWal[], per: number): void => {
  console.log(' records  KB WAL  images')
  for (const { name, records, bytes, imageBytes } of all)
    console.log(`${number(records / per)}${number(bytes / per / 1_024)}${number(imageBytes / per / 1_024)}  ${name}`)
}

const listEvents = async (): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await own.query<{ type: string; count: number }>(
    'select type, count(*)::float8 as count from platform.outbox group by type',
  )
  return new Map(rows.map(({ type, count }) => [type, count]))
}

const printEvents = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, per: number): void => {
  console.log(' of a visit: events')
  const emitted = [...after].map(([type, count]) => [type, (count - (before.get(type) ?? 0)) / per] as const)
  for (const [type, count] of emitted.toSorted(([, one], [, other]) => other - one))
    if (count > 0) console.log(`${number(count)}  ${type}`)
}

interface WorkProfile {
  readonly works: Readonly<Record<string, number>>
  readonly statements: readonly ProfiledStatement[]
  readonly groups: ProfiledGroups
}

const printGroups = ({ groups }: WorkProfile, per: number): void => {
  console.log(' of a visit: groups of changes, each one transaction')
  for (const [what, count] of Object.entries(groups).toSorted(([, one], [, other]) => other - one))
    console.log(`${number(count / per)}  ${what}`)
}

/** What each operation, reaction, job and transmission sends. */
const printWork = ({ works, statements }: WorkProfile, per: number): void => {
  console.log(' of a visit: statements, of which reads, repeated within one run; runs')
  const all = sumBy(
    statements,
    ({ work }) => work,
    ({ calls }) => calls,
  )
  for (const [work, calls] of all) {
    const own = statements.filter((each) => each.work === work).toSorted((one, other) => other.calls - one.calls)
    const reads = own.filter(({ kind }) => kind === 'read')
    const repeated =
      sumBy(
        own,
        () => '',
        (each) => each.repeated,
      )[0]?.[1] ?? 0
    console.log(
      `${number(calls / per)}${number(
        (sumBy(
          reads,
          () => '',
          (each) => each.calls,
        )[0]?.[1] ?? 0) / per,
      )}${number(repeated / per)}${number((works[work] ?? 0) / per)}  ${work}`,
    )
    for (const each of own.slice(0, Number(values.each)))
      console.log(
        `    ${number(each.calls / per)}${number(each.repeated / per)}  ${each.kind} ${each.role.replace('visitkit_', '')}: ${each.text.replaceAll(/\s+/g, ' ').slice(0, 230)}`,
      )
  }
}

try {
  await loadTest.load(visits, rate)
  await meter.countStatements(true)
  await loadTest.server.call('settle')
  await meter.start()
  await wait(idleSeconds * 1_000)
  const { statements: idle } = await meter.read()
  console.log(`\nA second without requests: ${number((idle ?? 0) / idleSeconds)} statements`)
  printStatements(await listStatements(), idleSeconds, 'a second without requests')

  const before = await listTables()
  await loadTest.server.call('resetProfile')
  const indexesBefore = await listIndexes()
  const eventsBefore = await listEvents()
  const [walBefore, walFrom] = [await readWal(), await walPosition(own)]
  const { visits: done, seconds, failures, differences, work } = await loadTest.load(visits, rate, meter)
  if (work === null) throw new Error('The database was not measured.')
  const all = await listStatements()
  const ofRelations = await walSince(own, walFrom)
  for (const line of new Set([...failures, ...differences])) console.log(line)
  const each = (total: number | null): string => number((total ?? Number.NaN) / done.length)
  console.log(`\n${done.length} visits at ${rate} starts/s, in ${seconds.toFixed(0)} s. Each:`)
  console.log(`${each(work.statements)}  statements`)
  console.log(`${each(work.writes)}  transactions that wrote`)
  const profile = await loadTest.server.call<WorkProfile>('profile')
  if (values.json !== '') await writeFile(values.json, JSON.stringify({ visits: done.length, ...profile }))
  printGroups(profile, done.length)
  printEvents(eventsBefore, await listEvents(), done.length)
  printWork(profile, done.length)
  const tables = await listTables()
  const wal = await readWal()
  const ofStatements = all.reduce((sum, { wal: bytes }) => sum + bytes, 0)
  console.log(`${each(work.walBytes / 1_024)}  KB of WAL, of which statements ${each(ofStatements / 1_024).trim()}`)
  console.log(
    `${each(wal.records - walBefore.records)}  records of WAL, ${each(wal.images - walBefore.images).trim()} page images`,
  )
  console.log(`${each((work.tableBytes + work.indexBytes) / 1_024)}  KB of tables and indexes`)
  printStatements(all, done.length, 'a visit')
  printTables(before, tables, done.length)
  printIndexes(indexesBefore, await listIndexes(), done.length)
  printWal(ofRelations, done.length)
} finally {
  await Promise.all([statistics.end(), own.end()])
  await meter.stop()
  await loadTest.stop()
  await postgres.stop()
}
process.exit(0)
