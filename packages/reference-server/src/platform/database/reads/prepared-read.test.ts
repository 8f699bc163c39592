import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyKysely } from '../../contracts/database.ts'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { createTestDatabase, type TestDatabase } from '../tests/create-test-database.testing.ts'
import { preparedClaim, preparedRead, type Placeholders } from './prepared-read.ts'

interface Plant {
  organization_id: string
  id: string
  name: string
  height: number
}
const tablesOf = (db: AnyKysely): Kysely<{ 'gardens.plants': Plant }> => db

const migrations = [
  {
    id: 'gardens/0001-plants',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({ schema: 'gardens', name: 'plants', columns: { name: 'text not null', height: 'integer' } }),
    ],
  },
]

let builds = 0
const selectTall = preparedRead((db, { names, above }: Placeholders<{ names: readonly string[]; above: number }>) => {
  builds += 1
  return tablesOf(db)
    .selectFrom('gardens.plants')
    .select(['name', 'height'])
    .where('name', '=', sql<string>`any(${names}::text[])`)
    .where('height', '>', above)
    .where('height', '<', 1_000)
    .orderBy('height')
})

const takeTallest = preparedClaim(() => ({
  parts: sql`
      tallest as (
        select id from gardens.plants where height < 1000 order by height desc limit 1 for update skip locked),
      taken as (update gardens.plants set height = 1000 where id = any (array(select id from tallest)) returning name)`,
  returns: sql<{ name: string }>`select name from taken`,
}))
const selectBroken = preparedRead(
  () => sql<{ broken: number }>`select 1 / (height - height) as broken from gardens.plants`,
)

describe.each(['postgres', 'pglite'] as const)('a prepared read on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations })
  })
  afterAll(() => kit.close())

  const scopeOf = (organizationId: string) => ({ domain: 'gardens', organizationId })
  const plant = async (organizationId: string, heights: Readonly<Record<string, number>>): Promise<void> => {
    await kit.database.transact(scopeOf(organizationId), async (tx) => {
      for (const [name, height] of Object.entries(heights))
        await tablesOf(tx)
          .insertInto('gardens.plants')
          .values({ organization_id: organizationId, id: newId(), name, height })
          .execute()
    })
  }

  test('is built once, and answers each call with its own values and organization', async () => {
    const [one, other] = [newId(), newId()]
    await plant(one, { fern: 30, oak: 900, rose: 120 })
    await plant(other, { oak: 700 })
    const ask = (organizationId: string, names: readonly string[], above: number) =>
      selectTall(kit.database.reader(scopeOf(organizationId)), { names, above })
    await ask(one, [], 0)
    const built = builds
    const answers = await Promise.all([
      ask(one, ['fern', 'rose', 'oak'], 100),
      ask(other, ['fern', 'rose', 'oak'], 100),
      ask(one, ['fern'], 0),
      ask(one, ['fern'], 30),
    ])
    expect(answers).toEqual([
      [
        { name: 'rose', height: 120 },
        { name: 'oak', height: 900 },
      ],
      [{ name: 'oak', height: 700 }],
      [{ name: 'fern', height: 30 }],
      [],
    ])
    expect(builds).toBe(built)
  })

  test('sees what its transaction has written, and also reads through a derived instance', async () => {
    const organizationId = newId()
    await kit.database.transact(scopeOf(organizationId), async (tx) => {
      await tablesOf(tx)
        .insertInto('gardens.plants')
        .values({ organization_id: organizationId, id: newId(), name: 'fern', height: 5 })
        .execute()
      expect(await selectTall(tx, { names: ['fern'], above: 0 })).toEqual([{ name: 'fern', height: 5 }])
      expect(await selectTall(tx.withTables(), { names: ['fern'], above: 0 })).toHaveLength(1)
    })
    const derived = kit.database.reader(scopeOf(organizationId)).withTables()
    expect(await selectTall(derived, { names: ['fern'], above: 0 })).toEqual([{ name: 'fern', height: 5 }])
  })

  test('is refused inside a transaction of others, and with a statement that writes', async () => {
    const reader = kit.database.reader(scopeOf(newId()))
    await kit.database.transact(scopeOf(newId()), async () => {
      await expect(selectTall(reader, { names: [], above: 0 })).rejects.toThrow('inside a transaction')
    })
    const write = preparedRead(() => sql`with gone as (delete from gardens.plants returning 1) select * from gone`)
    await expect(write(reader, {})).rejects.toThrow('plain select')
    const spread = preparedRead((_, { ...values }: Placeholders<{ id: string }>) => sql`select ${values.id}`)
    await expect(spread(reader, { id: newId() })).rejects.toThrow('by name')
  })

  test('claims each row once, also if a read that was sent with it fails', async () => {
    const organizationId = newId()
    const reader = kit.database.reader(scopeOf(organizationId))
    await plant(organizationId, { fern: 30, rose: 120 })
    const [first, broken, second, none] = await Promise.allSettled([
      takeTallest(reader, {}),
      selectBroken(reader, {}),
      takeTallest(reader, {}),
      takeTallest(reader, {}),
    ])
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
    const names = [first, second, none].map((each) => (each.status === 'fulfilled' ? each.value : each.reason))
    expect(names.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))).toEqual([
      [],
      [{ name: 'fern' }],
      [{ name: 'rose' }],
    ])
    const waits = preparedClaim(() => ({
      parts: sql`dug as (update gardens.plants set height = 0 returning id)`,
      returns: sql`select id from dug`,
    }))
    await expect(waits(reader, {})).rejects.toThrow('skips locked rows')
  })
})
