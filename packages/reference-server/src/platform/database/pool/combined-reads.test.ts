import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyKysely } from '../../contracts/database.ts'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { openDatabase, type PlatformDatabase } from '../open/open-database.ts'
import { createTestDatabase, type TestDatabase } from '../tests/create-test-database.testing.ts'
import { asRequest } from './current-request.ts'
import { faultOfPlan } from './gated-plans.testing.ts'
import { sentTexts } from './prepared-name.ts'

const migrations = [
  {
    id: 'meadows/0001-plants',
    statements: [
      ...domainSchema('meadows'),
      ...tenantTable({
        schema: 'meadows',
        name: 'plants',
        columns: { name: 'text not null', height: 'numeric', wild: 'boolean', parts: 'jsonb', days: 'integer[]' },
        sealed: true,
      }),
      ...tenantTable({ schema: 'meadows', name: 'herbs', columns: { name: 'text not null' } }),
    ],
  },
]

const combined = (): readonly string[] =>
  [...(sentTexts().get('visitkit_meadows') ?? [])].filter((text) => text.includes(') as part\nunion all'))

describe('what a request reads at the same time', () => {
  let kit: TestDatabase
  let database: PlatformDatabase
  const [one, other] = [newId(), newId()]
  beforeAll(async () => {
    kit = await createTestDatabase({ engine: 'postgres', migrations })
    database = await openDatabase({ url: kit.url, poolSize: 2, readConnections: 6 })
    for (const organizationId of [one, other])
      await database.transact({ domain: 'meadows', organizationId }, async (tx) => {
        const own = organizationId === one ? 'of one' : 'of other'
        for (const [name, wild] of [
          ['rose', true],
          ['fern', false],
        ] as const)
          await sql`insert into meadows.plants (organization_id, id, name, height, wild, parts, days, sealed)
            values (${organizationId}, ${newId()}, ${`${name} ${own}`}, 1.50, ${wild}, '{"a": ["\\"b\\"", null]}', '{1,2}',
              ${Buffer.from([0, 255, 92])})`.execute(tx)
        await sql`insert into meadows.herbs (organization_id, id, name)
          values (${organizationId}, ${newId()}, ${`mint ${own}`})`.execute(tx)
      })
  })
  afterAll(async () => {
    await database.close()
    await kit.close()
  })

  const readerOf = (organizationId: string): AnyKysely => database.reader({ domain: 'meadows', organizationId })
  const plants = sql<{ name: string }>`select name, height, wild, parts, days, sealed, created_at, null::text as nothing
    from meadows.plants order by name desc`
  const herbs = (like: string) => sql<{ name: string }>`select name from meadows.herbs where name like ${like}`
  const wildest = (limit: number) =>
    sql<{ name: string }>`select * from meadows.plants order by wild, name limit ${limit}`
  const readAll = (organizationId: string) =>
    asRequest(async () => {
      const db = readerOf(organizationId)
      const all = await Promise.all([plants.execute(db), herbs('mint%').execute(db), wildest(1).execute(db)])
      return all.map(({ rows }) => rows)
    })
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) for (const each of [one, other]) await readAll(each)
  }

  test('is one statement, with the rows, order and types of each of its own', async () => {
    await settled()
    expect(combined().length).toBeGreaterThan(0)
    const scope = { domain: 'meadows', organizationId: one }
    const apart = await database.transact(scope, async (tx) => [
      (await plants.execute(tx)).rows,
      (await herbs('mint%').execute(tx)).rows,
      (await wildest(1).execute(tx)).rows,
    ])
    expect(await readAll(one)).toEqual(apart)
    expect(apart[0]).toMatchObject([
      { name: 'rose of one', height: '1.50', wild: true, parts: { a: ['"b"', null] }, days: [1, 2], nothing: null },
      { name: 'fern of one', wild: false },
    ])
  })

  test('is of its own organization, however many read at once', async () => {
    await settled()
    const turns = Array.from({ length: 200 }, (_, turn) => (turn % 3 === 0 ? other : one))
    const seen = await Promise.all(turns.map(readAll))
    const namesOf = (organizationId: string): string[][] => {
      const own = organizationId === one ? 'of one' : 'of other'
      return [[`rose ${own}`, `fern ${own}`], [`mint ${own}`], [`fern ${own}`]]
    }
    expect(seen.map((sets) => sets.map((rows) => rows.map(({ name }) => name)))).toEqual(turns.map(namesOf))
    expect((await readAll(newId())).flat()).toEqual([])
  })

  test('sets its organization before it reads anything', async () => {
    await settled()
    for (const text of combined()) {
      const fault = await database.transact({ domain: 'meadows', organizationId: one }, (tx) => faultOfPlan(tx, text))
      expect(fault).toBeNull()
    }
  })

  test('is not mixed with what another request reads', async () => {
    const before = combined().length
    for (let turn = 0; turn < 6; turn += 1)
      await Promise.all([
        asRequest(() => sql`select name as only_here from meadows.plants`.execute(readerOf(one))),
        asRequest(() => sql`select name as only_there from meadows.herbs`.execute(readerOf(one))),
      ])
    expect(combined()).toHaveLength(before)
  })

  test('fails only where it is wrong', async () => {
    const divide = (by: number) => sql`select 1 / ${by}::integer as quotient`
    for (let turn = 0; turn < 8; turn += 1) {
      const by = turn > 4 ? 0 : 1
      const [names, quotient] = await asRequest(() =>
        Promise.allSettled([herbs('mint%').execute(readerOf(one)), divide(by).execute(readerOf(one))]),
      )
      expect(names).toMatchObject({ status: 'fulfilled', value: { rows: [{ name: 'mint of one' }] } })
      expect(quotient?.status).toBe(by === 0 ? 'rejected' : 'fulfilled')
    }
  })

  test('is read as before after a migration has replaced a column', async () => {
    await settled()
    await sql`alter table meadows.herbs drop column created_at`.execute(kit.database.owner())
    const all = sql`select * from meadows.herbs`
    const both = () =>
      asRequest(async () => (await Promise.all([all.execute(readerOf(one)), plants.execute(readerOf(one))]))[0].rows)
    for (let turn = 0; turn < 5; turn += 1) expect((await both())[0]).not.toHaveProperty('kind')
    await sql`alter table meadows.herbs drop column name, add column kind text not null default 'herb'`.execute(
      kit.database.owner(),
    )
    await expect
      .poll(async () => (await both().catch(() => []))[0], { timeout: 20_000 })
      .toMatchObject({ kind: 'herb' })
  })
})
