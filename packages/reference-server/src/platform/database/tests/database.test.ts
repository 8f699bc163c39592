import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { migrate } from '../migrate/migrate.ts'
import { newId } from '../ids/new-id.ts'
import { createTestDatabase, type TestDatabase } from './create-test-database.testing.ts'
import { gardenMigrations, gardensOf, type GardenTables } from './gardens.testing.ts'

describe.each(['pglite', 'postgres'] as const)('the database on %s', (engine) => {
  let test_: TestDatabase
  beforeAll(async () => {
    test_ = await createTestDatabase({ engine, migrations: gardenMigrations, poolSize: 4 })
  })
  afterAll(() => test_.close())
  const { gardens, addBed, bedsOf } = gardensOf(() => test_)

  test('shows an organization only its own rows', async () => {
    const [one, other] = [newId(), newId()]
    await addBed(one, 'roses')
    await addBed(other, 'beans')
    expect(await bedsOf(one)).toEqual(['roses'])
    expect(await bedsOf(other)).toEqual(['beans'])
    expect(await bedsOf(newId())).toEqual([])
  })

  test('refuses a row written for another organization', async () => {
    const [one, other] = [newId(), newId()]
    const foreign = gardens(one)
      .insertInto('gardens.beds')
      .values({ organization_id: other, id: newId(), name: 'moved' })
    await expect(foreign.execute()).rejects.toMatchObject({ code: '42501' })
    await addBed(one, 'mine')
    const moved = gardens(one).updateTable('gardens.beds').set({ organization_id: other })
    await expect(moved.execute()).rejects.toMatchObject({ code: '42501' })
  })

  test('applies row security to the owner of a table too', async () => {
    const [one, other] = [newId(), newId()]
    await addBed(one, 'roses')
    await addBed(other, 'beans')
    const owner = test_.database.owner()
    // Row security never applies to a superuser, so this test uses another owner.
    await sql`create role bed_owner nologin`.execute(owner)
    await sql`grant usage on schema gardens to bed_owner`.execute(owner)
    const { rows } = await sql<{ owner: string }>`
      select tableowner as owner from pg_tables where schemaname = 'gardens' and tablename = 'beds'`.execute(owner)
    await sql`alter table gardens.beds owner to bed_owner`.execute(owner)
    const seen = await test_.database.withOwnerConnection(async (connection) => {
      await connection.execute('set role bed_owner', [])
      try {
        const none = await connection.execute('select name from gardens.beds', [])
        await connection.execute("select set_config('app.organization', $1, false)", [one])
        const own = await connection.execute('select name from gardens.beds', [])
        return { none: none.rows, own: own.rows }
      } finally {
        await connection.execute("select set_config('app.organization', '', false)", [])
        await connection.execute('reset role', [])
      }
    })
    await sql`alter table gardens.beds owner to ${sql.id(rows[0]?.owner ?? '')}`.execute(owner)
    await sql`drop owned by bed_owner`.execute(owner)
    await sql`drop role bed_owner`.execute(owner)
    expect(seen).toEqual({ none: [], own: [{ name: 'roses' }] })
  })

  test("refuses another domain's tables, the platform's own and the migrations table", async () => {
    const db = gardens(newId())
    await expect(db.selectFrom('kitchens.pots').selectAll().execute()).rejects.toMatchObject({ code: '42501' })
    for (const table of [
      'platform.leases',
      'platform.migrations',
      'audit.accesses',
      'audit.links',
      'pg_catalog.pg_authid',
    ]) {
      await expect(sql`select * from ${sql.table(table)}`.execute(db), table).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('refuses to change or remove append-only rows', async () => {
    const one = newId()
    const db = gardens(one)
    await db.insertInto('gardens.visits').values({ organization_id: one, id: newId(), note: 'first' }).execute()
    await expect(db.updateTable('gardens.visits').set({ note: 'other' }).execute()).rejects.toMatchObject({
      code: '42501',
    })
    await expect(db.deleteFrom('gardens.visits').execute()).rejects.toMatchObject({ code: '42501' })
  })

  test('neither reads nor writes for a role that does not exist', async () => {
    const one = newId()
    await addBed(one, 'roses')
    const cellars = test_.database.reader({ domain: 'cellars', organizationId: one }).withTables<GardenTables>()
    const read = Array.from({ length: 8 }, () => cellars.selectFrom('gardens.beds').select('name').execute())
    for (const each of await Promise.allSettled(read)) expect(each).toMatchObject({ status: 'rejected' })
    const written = test_.database.transact({ domain: 'cellars', organizationId: one }, async (tx) => {
      await sql`insert into gardens.beds (organization_id, id, name) values (${one}, ${newId()}, 'beans')`.execute(tx)
    })
    await expect(written).rejects.toThrow()
    const added = cellars.insertInto('gardens.beds').values({ organization_id: one, id: newId(), name: 'peas' })
    await expect(added.execute()).rejects.toThrow()
    expect(await bedsOf(one)).toEqual(['roses'])
  })

  test('does not return rows that were read in a scope that could not be set', async () => {
    const [one, other] = [newId(), newId()]
    await addBed(one, 'roses')
    await addBed(other, 'beans')
    const cellars = test_.database.reader({ domain: 'cellars', organizationId: one }).withTables<GardenTables>()
    for (let turn = 0; turn < 10; turn += 1) {
      await bedsOf(other)
      const [refused, ...answers] = await Promise.allSettled([
        cellars.selectFrom('gardens.beds').select('name').execute(),
        bedsOf(one),
        test_.database.transact({ domain: 'gardens', organizationId: one }, async (tx) =>
          (await tx.withTables<GardenTables>().selectFrom('gardens.beds').select('name').execute()).map(
            ({ name }) => name,
          ),
        ),
        bedsOf(one),
      ])
      expect(refused.status).toBe('rejected')
      for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value).toEqual(['roses'])
      expect(await bedsOf(one)).toEqual(['roses'])
    }
  })

  test('names the constraint and not the value of a refused row', async () => {
    const one = newId()
    await addBed(one, 'Jane Roe-Fictional')
    const refused = await addBed(one, 'Jane Roe-Fictional').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DatabaseError)
    expect(refused).toMatchObject({ code: '23505', constraint: 'beds_by_name', table: 'gardens.beds' })
    expect(`${String(refused)} ${JSON.stringify(refused)} ${(refused as Error).stack}`).not.toContain('Jane')
  })

  test('serves many organizations at once without mixing their rows', async () => {
    const organizations = Array.from({ length: 12 }, () => newId())
    await Promise.all(organizations.map((id) => addBed(id, `bed of ${id}`)))
    const reads = Array.from({ length: 300 }, (_, index) => organizations[(index * 7) % organizations.length] as string)
    const seen = await Promise.all(
      reads.map(async (id, index) => {
        if (index % 3 > 0) return bedsOf(id)
        return test_.database.transact({ domain: 'gardens', organizationId: id }, async (tx) =>
          (await tx.withTables<GardenTables>().selectFrom('gardens.beds').select('name').execute()).map(
            ({ name }) => name,
          ),
        )
      }),
    )
    expect(seen).toEqual(reads.map((id) => [`bed of ${id}`]))
  })

  test('reads and writes bytes', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const { rows } = await sql<{
      one: Buffer
      many: Buffer[]
    }>`select ${bytes}::bytea as one, ${[bytes, Buffer.from('x')]}::bytea[] as many`.execute(gardens(newId()))
    expect(Uint8Array.from(rows[0]?.one ?? [])).toEqual(bytes)
    expect(rows[0]?.many[1]?.toString()).toBe('x')
  })

  test('handles long and short messages at once, each with its own response', async () => {
    const reader = gardens(newId())
    const lengths = [10, 300_000, 1, 3_000_000, 40_000, 200, 900_000, 700_000, 600_000, 500_000, 5]
    const answers = await Promise.all(
      lengths.map(async (length, index) => {
        const bytes = Buffer.alloc(length, index + 1)
        const { rows } = await sql<{ bytes: Buffer }>`select ${bytes}::bytea as bytes`.execute(reader)
        return rows[0]?.bytes.equals(bytes)
      }),
    )
    expect(answers).toEqual(lengths.map(() => true))
  })

  test('applies each migration once and refuses one that was changed', async () => {
    expect(await migrate(test_.database, gardenMigrations)).toMatchObject({ applied: [] })
    const changed = gardenMigrations.map((migration) => ({
      ...migration,
      statements: [...migration.statements, 'select 1'],
    }))
    await expect(migrate(test_.database, changed)).rejects.toThrow('gardens/0001-beds was changed')
    const broken = { id: 'gardens/0002-broken', statements: ['create table gardens.half (id uuid)', 'not sql'] }
    await expect(migrate(test_.database, [...gardenMigrations, broken])).rejects.toThrow('gardens/0002-broken failed')
    const half = await sql`select to_regclass('gardens.half') as half`.execute(test_.database.owner())
    expect(half.rows).toEqual([{ half: null }])
  })
})
