import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { openDatabase, type PlatformDatabase } from '../open/open-database.ts'
import { createTestDatabase, type TestDatabase } from '../tests/create-test-database.testing.ts'

const schemas = ['gardens', 'orchards'] as const
const migrations = schemas.map((schema) => ({
  id: `${schema}/0001-plants`,
  statements: [
    ...domainSchema(schema),
    ...tenantTable({ schema, name: 'plants', columns: { name: 'text not null', height: 'numeric' }, sealed: true }),
  ],
}))

describe('reads on PostgreSQL', () => {
  let kit: TestDatabase
  let database: PlatformDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine: 'postgres', migrations })
    database = await openDatabase({ url: kit.url, poolSize: 2, readConnections: 3 })
  })
  afterAll(async () => {
    await database.close()
    await kit.close()
  })

  const plant = async (schema: string, organizationId: string, name: string): Promise<void> => {
    await database.transact({ domain: schema, organizationId }, async (tx) => {
      await sql`insert into ${sql.table(`${schema}.plants`)} (organization_id, id, name, height, sealed)
        values (${organizationId}, ${newId()}, ${name}, 1.50, ${Buffer.from([0, 255])})`.execute(tx)
    })
  }
  const namesIn = async (schema: string, organizationId: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(`${schema}.plants`)}`.execute(
      database.reader({ domain: schema, organizationId }),
    )
    return rows.map(({ name }) => name)
  }
  const backends = async (): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and usename = 'visitkit_app'`.execute(kit.database.owner())
    return rows[0]?.n ?? 0
  }

  test('see only their own organization and schema, however many are mixed', async () => {
    const organizations = Array.from({ length: 12 }, () => newId())
    for (const schema of schemas) for (const each of organizations) await plant(schema, each, `${schema} of ${each}`)
    const turns = Array.from({ length: 600 }, (_, turn) => ({
      schema: schemas[(turn * 7) % 2] ?? 'gardens',
      organization: organizations[(turn * 5) % organizations.length] ?? '',
    }))
    const seen = await Promise.all(turns.map(({ schema, organization }) => namesIn(schema, organization)))
    expect(seen).toEqual(turns.map(({ schema, organization }) => [`${schema} of ${organization}`]))
    await expect(
      sql`select name from orchards.plants`.execute(
        database.reader({ domain: 'gardens', organizationId: organizations[0] ?? '' }),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await namesIn('gardens', newId())).toEqual([])
  })

  test('one that the database refuses does not affect those that were sent with it', async () => {
    const organization = newId()
    await plant('gardens', organization, 'rose')
    const db = database.reader({ domain: 'gardens', organizationId: organization })
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const results = await Promise.allSettled([
      namesIn('gardens', organization),
      sql`select 1 / 0 as quotient`.execute(db),
      namesIn('gardens', newId()),
      sql`select ${circular}::jsonb`.execute(db),
      namesIn('gardens', organization),
    ])
    expect(results.map((each) => (each.status === 'fulfilled' ? each.value : 'refused'))).toEqual([
      ['rose'],
      'refused',
      [],
      'refused',
      ['rose'],
    ])
  })

  test('have the same types as those of a transaction', async () => {
    const organization = newId()
    await plant('gardens', organization, 'rose')
    const scope = { domain: 'gardens', organizationId: organization }
    const query = sql`select id, name, height, sealed, created_at, now() > created_at as later, array[1, 2] as list,
      jsonb_build_object('a', 1) as document, null::text as nothing from gardens.plants`
    for (let turn = 0; turn < 3; turn += 1) {
      const { rows } = await query.execute(database.reader(scope))
      expect(rows).toEqual(await database.transact(scope, async (tx) => (await query.execute(tx)).rows))
      expect(rows).toMatchObject([{ name: 'rose', height: '1.50', list: [1, 2], document: { a: 1 }, nothing: null }])
    }
  })

  test('that are slow do not delay later ones', async () => {
    const organization = newId()
    const slow = sql`select pg_sleep(2), 'slow' as name`.execute(
      database.reader({ domain: 'orchards', organizationId: organization }),
    )
    const sleeping = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
        where datname = current_database() and state = 'active' and wait_event = 'PgSleep'`.execute(
        kit.database.owner(),
      )
      return rows[0]?.n ?? 0
    }
    await expect.poll(sleeping, { timeout: 5_000 }).toBe(1)
    const first = await Promise.race([slow.then(() => 'slow'), namesIn('orchards', organization).then(() => 'quick')])
    expect(first).toBe('quick')
    await slow
  })

  test('use no more connections than allowed, and then those of transactions', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, turn) => namesIn(schemas[turn % 2] ?? 'gardens', newId())))
    expect(await backends()).toBeLessThanOrEqual(5)
  })

  test('are refused with 503 when their connection is lost, and recover', async () => {
    const organization = newId()
    await plant('gardens', organization, 'rose')
    const refused = expect(
      sql`select pg_sleep(20)`.execute(database.reader({ domain: 'gardens', organizationId: organization })),
    ).rejects.toMatchObject({ status: 503, code: 'database_unavailable' })
    const end = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`select count(pg_terminate_backend(pid))::integer as n
        from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`.execute(
        kit.database.owner(),
      )
      return rows[0]?.n ?? 0
    }
    await expect.poll(end, { timeout: 10_000 }).toBe(1)
    await refused
    await expect.poll(() => namesIn('gardens', organization)).toEqual(['rose'])
  })

  test('are not allowed inside a transaction', async () => {
    const organization = newId()
    await expect(
      database.transact({ domain: 'gardens', organizationId: organization }, () => namesIn('gardens', organization)),
    ).rejects.toThrow('inside a transaction')
  })
})
