import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import { createTestDatabase, type TestDatabase } from './create-test-database.testing.ts'
import { gardenMigrations, gardensOf, type GardenTables } from './gardens.testing.ts'

describe.each(['pglite', 'postgres'] as const)('transactions on %s', (engine) => {
  let test_: TestDatabase
  beforeAll(async () => {
    test_ = await createTestDatabase({ engine, migrations: gardenMigrations, poolSize: 4 })
  })
  afterAll(() => test_.close())
  const { gardens, bedsOf } = gardensOf(() => test_)

  test('commits a transaction, and rolls back one that throws', async () => {
    const one = newId()
    const scope = { domain: 'gardens', organizationId: one }
    const add = (name: string) => (tx: ReturnType<typeof gardens>) =>
      tx.insertInto('gardens.beds').values({ organization_id: one, id: newId(), name }).execute()
    await test_.database.transact(scope, async (tx) => add('kept')(tx.withTables<GardenTables>()))
    const failing = test_.database.transact(scope, async (tx) => {
      await add('lost')(tx.withTables<GardenTables>())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await bedsOf(one)).toEqual(['kept'])
  })

  test('reports that a swallowed error rolled the transaction back', async () => {
    const one = newId()
    const swallowing = test_.database.transact({ domain: 'gardens', organizationId: one }, async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('rolled back')
  })

  test('reports the result of each transaction, and keeps its scope, while others begin before its commit is answered', async () => {
    const organizations = Array.from({ length: 40 }, () => newId())
    const ends = ['kept', 'swallowed', 'thrown', 'refused last'] as const
    const outcomes = await Promise.all(
      organizations.map(async (organizationId, index) => {
        const scope = { domain: index % 5 === 0 ? 'kitchens' : 'gardens', organizationId }
        const end = ends[index % 4] as (typeof ends)[number]
        const row = { organization_id: organizationId, id: newId() }
        const write = test_.database.transact(scope, async (tx, last) => {
          const typed = tx.withTables<GardenTables>()
          if (scope.domain === 'kitchens')
            await typed
              .insertInto('kitchens.pots')
              .values({ ...row, size: index })
              .execute()
          else
            await typed
              .insertInto('gardens.beds')
              .values({ ...row, name: end })
              .execute()
          if (end === 'swallowed') await sql`select 1 / 0`.execute(tx).catch(() => undefined)
          if (end === 'thrown') throw new Error('thrown')
          if (end === 'refused last') last({ text: 'select 1 / $1::integer', values: [0] })
        })
        return write.then(
          () => 'kept',
          (error: Error & { code?: string }) => error.code ?? error.message,
        )
      }),
    )
    const ended = { kept: 'kept', thrown: 'thrown', 'refused last': '22012' }
    outcomes.forEach((outcome, index) => {
      const end = ends[index % 4] as (typeof ends)[number]
      if (end === 'swallowed') expect(outcome).toContain('rolled back')
      else expect(outcome).toBe(ended[end])
    })
    const kept = await Promise.all(organizations.map(bedsOf))
    kept.forEach((names, index) => expect(names).toEqual(index % 4 === 0 && index % 5 !== 0 ? ['kept'] : []))
  })

  test('refuses a second connection inside a transaction at once, where PGlite would deadlock', async () => {
    const one = newId()
    const scope = { domain: 'gardens', organizationId: one }
    const nestedRead = test_.database.transact(scope, () => bedsOf(one))
    await expect(nestedRead).rejects.toThrow('inside a transaction')
    const nestedTransaction = test_.database.transact(scope, () =>
      test_.database.transact(scope, async () => undefined),
    )
    await expect(nestedTransaction).rejects.toThrow('inside a transaction')
    expect(await bedsOf(one)).toEqual([])
  })

  test('refuses a transaction that is used after it ended', async () => {
    const one = newId()
    let leaked: ReturnType<typeof gardens> | undefined
    await test_.database.transact({ domain: 'gardens', organizationId: one }, async (tx) => {
      leaked = tx.withTables<GardenTables>()
    })
    await expect(leaked?.selectFrom('gardens.beds').selectAll().execute()).rejects.toThrow('after it ended')
  })

  test('serves one statement at a time outside a transaction', async () => {
    const two = gardens(newId())
      .connection()
      .execute(async (db) => {
        await db.selectFrom('gardens.beds').select('name').execute()
        await db.selectFrom('gardens.beds').select('name').execute()
      })
    await expect(two).rejects.toThrow('for one statement')
  })
})
